import { readFileSync, writeFileSync } from 'node:fs';
import { buildParserFile } from '@lezer/generator';

const folder = new URL('../src/expression/', import.meta.url);

/** The parser's source as the grammar gives it; a test compares it with the one kept. */
export function generatedParser(): string {
  const grammar = readFileSync(new URL('conflict.grammar', folder), 'utf8');
  const { parser } = buildParserFile(grammar, { fileName: 'conflict.grammar', typeScript: true });
  return parser;
}

if (import.meta.main) writeFileSync(new URL('parser.grammar.ts', folder), generatedParser());
