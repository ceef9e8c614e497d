import { readFileSync } from 'node:fs';
import { type Case, readCase } from '@demarche/case';

const root = new URL('../../../', import.meta.url);

/** The tutorial's case file and its text. */
export const tutorialYaml = readFileSync(new URL('cases/tutorial/case.yaml', root), 'utf8');
export const analysis = readFileSync(new URL('cases/tutorial/sources/analysis.txt', root), 'utf8');

export function readSound(yaml: string): Case {
  const { case: found, diagnostics } = readCase(yaml, { file: 'case.yaml', texts: { analysis } });
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
}
