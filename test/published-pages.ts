import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answerCase, settleCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { alwaysWords, conceptsAgree, conceptWords, rulesWords } from '@demarche/report/words';
import { parse } from 'yaml';

/** `node test/published-pages.ts`: a page in docs/published for each conflict in cases/published, written from its two files. */
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'cases/published');

type Results = {
  readonly source: {
    readonly authors: readonly string[];
    readonly year: number;
    readonly title: string;
    readonly where: string;
    readonly doi?: string;
  };
  readonly model: { readonly basis: string; readonly note: string };
  readonly results: readonly {
    readonly concept: string;
    readonly profile?: Readonly<Record<string, string>>;
    readonly basis: string;
    readonly equilibria?: readonly number[];
    readonly without?: readonly number[];
    readonly computed?: readonly number[];
    readonly from?: string;
    readonly why?: string;
  }[];
};

export const publishedIds: readonly string[] = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'results.yaml')))
  .sort();

const shown = 12;

export function publishedPage(id: string): string {
  const text = readFileSync(join(folder, id, 'case.yaml'), 'utf8');
  const found = readCase(text).case!;
  const { source, model, results } = parse(readFileSync(join(folder, id, 'results.yaml'), 'utf8')) as Results;
  const answer = answerCase(found, { robustness: false });
  const states = settleCase(found, { concepts: ['nash'] }).feasible.length;
  const numbers = (all: readonly number[]) =>
    all.length === 0
      ? 'none'
      : all.length > shown
        ? `${all.slice(0, shown).join(', ')} and ${all.length - shown} more`
        : all.join(', ');
  const told = results.map(({ concept, profile, basis, equilibria, without, computed, from, why }) => {
    const said = equilibria ? numbers(equilibria) : without ? `not ${numbers(without)}` : 'nothing';
    const readings = profile ? ` (${Object.values(profile).join(', ')})` : '';
    const comes = computed ? numbers(computed) : equilibria ? 'the same' : 'none of these';
    return `| \`${concept}\`${readings} | ${said} | ${comes} | ${basis} | ${[from, why].filter((one) => one !== undefined).join('. ') || ''} |`;
  });
  const answers = found.questions.map((question) => {
    const hinges = answer.hinges.filter((one) => one.question === question.id);
    const concepts = conceptsAgree(answer, question.id) ? answer.concepts.slice(-1) : answer.concepts;
    const lines = concepts.map((concept) => {
      const lead = concepts.length === 1 ? 'However far ahead they look' : `If ${conceptWords[concept]}`;
      const hinge = hinges.find((one) => one.concept === concept);
      if (hinge)
        return `${lead}: ${hinge.always ? alwaysWords(found, answer, hinge) : rulesWords(found, hinge.rules).join('; ')}.`;
      const cell = answer.cells.find((one) => one.concept === concept);
      return `${lead}: ${cell?.answers.find((one) => one.question === question.id)?.answer}.`;
    });
    return `**${question.ask}**\n${lines.map((line) => `- ${line}`).join('\n')}`;
  });
  return `# ${found.title}

${(found.summary ?? '').trim()}

${found.actors.length} actors, ${found.graph ? '' : `${found.options.length} options, `}${states} states. [The case](../../cases/published/${id}/case.yaml), and [what is told of it](../../cases/published/${id}/results.yaml).

\`\`\`sh
npx demarche answer cases/published/${id}
\`\`\`

## Source

${source.authors.join(', ')} (${source.year}): *${source.title}*. ${source.where}.${source.doi === undefined ? '' : ` doi ${source.doi}`}

The model is \`${model.basis}\`: ${model.note.trim()} [What these words mean](../published.md).

## What is told, and what is computed

| concept | equilibria, as told | computed | basis | where, and why they part |
| --- | --- | --- | --- | --- |
${told.join('\n')}

## What is asked of it

${answers.join('\n\n')}
`.replace(/[ \t]+\n/g, '\n');
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(join(root, 'docs/published'), { recursive: true });
  for (const id of publishedIds) writeFileSync(join(root, `docs/published/${id}.md`), publishedPage(id));
}
