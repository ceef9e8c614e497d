import { coverage, type Diagnostic, lintCase, pointText, readCase, sha256 } from '@demarche/case';
import { anchorCounts, type CoveredSource, checkText } from '@demarche/report/terminal';
import { blindCase } from '@demarche/report/words';
import { exit } from '../exit.ts';
import { err, json, out, progressOn, viewOf } from '../io.ts';
import { lintAnswers } from '../lint/answers.ts';
import { pair } from '../name.ts';
import { type Common, diagnosticsText, load } from '../open.ts';
import { relocationDiagnostics } from '../relocated.ts';
import { ownTexts, textAt } from '../texts.ts';
import { version } from '../version.ts';

export async function check(path: string, options: Common): Promise<number> {
  const loaded = load(path, options);
  const { case: found, positions } = loaded;
  const progress = progressOn(options.quiet === true, 'checking');
  const lints =
    found && positions ? [...lintCase(found, positions), ...lintAnswers(found, positions, progress.at)] : [];
  progress.end();
  const moved = found ? [] : await whereAnchorsAre(loaded, options);
  const diagnostics = [...loaded.diagnostics, ...lints, ...moved].sort(byPlace);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const covered = found ? coveredSources(found, loaded.path, options) : [];
  const blind = options.blind === true;
  if (options.json) {
    json({
      demarche: version,
      file: blind ? 'case.yaml' : loaded.path,
      ...(found ? { case: { title: blind ? 'A conflict' : found.title, sha256: found.sha256 } } : {}),
      errors,
      warnings,
      diagnostics: blind
        ? diagnostics.map(({ code, severity, range }) => ({ code, severity, range }))
        : diagnostics,
      anchors: found
        ? anchorCounts(found)
        : {
            verified: 0,
            unverified: 0,
            failed: diagnostics.filter(({ code }) => /^anchor-(range|hash)$/.test(code)).length,
          },
      ...(found ? { proposals: found.proposals.length } : {}),
      coverage: covered.map(({ source, coverage: one }, k) => ({
        source: blind ? `source-${k + 1}` : source,
        ...one,
      })),
    });
  } else {
    if (diagnostics.length > 0)
      out(`${diagnosticsText({ diagnostics, text: loaded.text }, blind, process.stdout)}\n`);
    if (found) {
      if (diagnostics.length > 0) out('\n');
      const shown = blind ? blindCase(found).case : found;
      const sources = blind
        ? covered.map((one, k) => ({
            ...one,
            source: `source-${k + 1}`,
            title: `Source ${k + 1}`,
            words: () => undefined,
          }))
        : covered;
      const list = options.full === true || (options.source ?? []).length > 0;
      out(checkText(shown, warnings, sources, viewOf(), list));
    } else if (!options.quiet) {
      err(
        `${errors} error${errors === 1 ? '' : 's'}${warnings > 0 ? ` and ${warnings} warning${warnings === 1 ? '' : 's'}` : ''}: nothing was computed\n`,
      );
    }
  }
  if (errors === 0) return exit.done;
  return diagnostics.some(({ code }) => code === 'unreadable') ? exit.usage : exit.errors;
}

/** How much of each source at hand lies inside statements. Words of a passage go to the terminal, never to a file. */
function coveredSources(
  found: import('@demarche/case').Case,
  file: string,
  { source = [] }: Common,
): readonly CoveredSource[] {
  const given = new Map(source.map((text) => pair(text, '--source', 'analysis=path/to/text.txt')));
  const own = ownTexts(found, file);
  return found.sources.flatMap((one): CoveredSource[] => {
    const at = given.get(one.id);
    const text = at === undefined ? own[one.id] : textAt(at);
    if (text === undefined) return [];
    const points = pointText(text);
    const used = coverage(
      text,
      found.statements.filter((statement) => statement.in === one.id),
    );
    return [
      {
        source: one.id,
        title: one.title,
        coverage: used,
        words: (start, end) => {
          const all = points.slice(start, end).replace(/\s+/g, ' ').trim();
          const first = all.split(' ').slice(0, 8).join(' ');
          return one.withhold ? undefined : first === all ? all : `${first} …`;
        },
      },
    ];
  });
}

/**
 * Where the passages of anchors that fail stand now. Nothing where there is another mistake, which comes first, or where the package
 * that looks for them is not installed.
 */
async function whereAnchorsAre(
  { text, path, diagnostics, positions }: import('@demarche/case/node').LoadResult,
  { source = [] }: Common,
): Promise<readonly Diagnostic[]> {
  if (!diagnostics.some(({ code }) => code === 'anchor-hash' || code === 'anchor-range')) return [];
  const found = readCase(text, { file: path }).case;
  if (!found) return [];
  const finds = await import('@demarche/source').catch(() => undefined);
  if (!finds) return [];
  const own = ownTexts(found, path);
  const given = new Map(source.map((one) => pair(one, '--source', 'analysis=path/to/text.txt')));
  const failing = found.sources.flatMap(({ id, sha256: stated }) => {
    const at = given.get(id);
    const kept = own[id];
    const now = at === undefined ? kept : textAt(at);
    const coded = kept !== undefined && sha256(kept) === stated ? kept : undefined;
    return now === undefined ? [] : [finds.reanchorSource(found, id, now, coded)];
  });
  return relocationDiagnostics({ positions }, diagnostics[0]!.file, failing);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.range.line - b.range.line || a.range.column - b.range.column || (a.code < b.code ? -1 : 1);
}
