export { type Coverage, coverage, type Passage } from './anchors/coverage.ts';
export { fold } from './anchors/fold.ts';
export { sha256 } from './anchors/sha256.ts';
export { anchorHash, pointText, type Texts, verifyAnchors } from './anchors/verify.ts';
export type * from './case.ts';
export { exampleCase } from './codes/page.ts';
export { type Code, type CodePage, codes } from './codes.ts';
export { RankedApart } from './compile/coalesce.ts';
export { LimitError } from './compile/limit.ts';
export { membersOf } from './compile/members.ts';
export { programsOf } from './compile/programs.ts';
export { type CompiledUnlisted, compileUnlisted } from './compile/unlisted.ts';
export { type Compiled, compileCase, statesWithoutScenario } from './compile.ts';
export type { Diagnostic } from './diagnostic.ts';
export { withoutComments } from './edit/comments.ts';
export { decideProposals } from './edit/decide.ts';
export { dottedPath, plainValue } from './edit/dotted.ts';
export { appendStatement, type Edit, editCase, type Value } from './edit/edit.ts';
export { freshIds } from './edit/fresh-ids.ts';
export { type NamedPlace, namedPlaces } from './edit/named.ts';
export type { Kind } from './edit/places.ts';
export { plainOf } from './edit/plain.ts';
export { type Mapping, renameIds } from './edit/rename.ts';
export { fileTree } from './edit/tree.ts';
export { blockText } from './edit/write.ts';
export type { ReadAnnotation } from './exchange/annotation/read.ts';
export { writeAnnotations } from './exchange/annotation/write.ts';
export type { ReadSource } from './exchange/csl/read.ts';
export { writeCsl } from './exchange/csl/write.ts';
export {
  type ExportFormat,
  type ExportOptions,
  type ExportResult,
  exportCase,
  exportFormats,
} from './exchange/export.ts';
export { cleanName, idFor } from './exchange/ids.ts';
export { type ImportFormat, type ImportResult, importFormats, importText } from './exchange/import.ts';
export type { Loss } from './exchange/loss.ts';
export { type Material, type MaterialFormat, materialFormats, readMaterial } from './exchange/material.ts';
export { resultsCsv } from './exchange/results/csv.ts';
export { resultsDot } from './exchange/results/dot.ts';
export { resultsGraphml } from './exchange/results/graphml.ts';
export { type ResultTable, resultTable, type Stability } from './exchange/results/table.ts';
export { evaluateExpression } from './expression/evaluate.ts';
export { formatExpression } from './expression/format.ts';
export { type NameUse, namesOf } from './expression/names.ts';
export { parseExpression } from './expression/parse.ts';
export { namePattern, reservedWords } from './expression/words.ts';
export type { Expression } from './expression.ts';
export { limits } from './limits.ts';
export { lintCase } from './lint/lint.ts';
export { printDiagnostic, printDiagnostics, type Style } from './print.ts';
export { type ReadOptions, type ReadResult, readCase } from './read.ts';
export { matrixMarks, verbalScale } from './resolve/likelihood.ts';
export { codeByRole, type RoleOrder, roleOrder } from './roles.ts';
export { keysAt } from './schema/keys.ts';
export { newCase } from './starter.ts';
export { nearest } from './text/nearest.ts';
export type { Positions } from './yaml/positions.ts';
export { child, type Entry, entriesOf, type Path, type Tree, treeAt } from './yaml/tree.ts';
