import { type CodePage, codes } from '@demarche/case';
import { horizonOf, sanctionRules } from '@demarche/engine';
import { pageFor } from '@demarche/report/terminal';
import { exit } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { answerCodes } from '../lint/pages.ts';
import { named } from '../name.ts';
import { version } from '../version.ts';
import { glossary } from './glossary.ts';

const pages: Readonly<Record<string, CodePage>> = { ...codes, ...answerCodes };

export function explain(
  what: string | undefined,
  options: { readonly json?: true | undefined; readonly quiet?: true | undefined },
): number {
  if (what === undefined) return list(options.json === true);
  const name = named('diagnostic or term', termFor(what.toLowerCase()), [
    ...Object.keys(pages),
    ...Object.keys(glossary),
  ]);
  const page = pages[name];
  if (options.json) {
    json({
      demarche: version,
      name,
      kind: page ? 'diagnostic' : 'term',
      ...(page ?? { explanation: glossary[name] }),
    });
    return exit.done;
  }
  const text = pageFor(viewOf());
  text.title(page ? `${name}: ${page.title} (${page.severity})` : name);
  text.blank();
  text.para(page ? page.explanation : glossary[name]!);
  if (page?.hint) text.item(`${page.hint}.`, '→', 0);
  out(text.text());
  if (page?.example) out(`\nGets it:\n\n${indented(page.example)}`);
  if (page?.mended) out(`\nMended:\n\n${indented(page.mended)}`);
  return exit.done;
}

/** What a term is explained under. */
function termFor(word: string): string {
  if (horizonOf(word) !== undefined) return 'limited moves';
  return (sanctionRules as readonly string[]).includes(word) ? 'sanction rule' : word;
}

function list(asJson: boolean): number {
  if (asJson) {
    json({ demarche: version, diagnostics: Object.keys(pages), terms: Object.keys(glossary) });
    return exit.done;
  }
  const text = pageFor(viewOf());
  text.heading('Diagnostics');
  text.table(Object.entries(pages).map(([code, page]) => [code, page.title]));
  text.heading('Words');
  text.table(
    Object.entries(glossary).map(([word, meaning]) => [word, meaning.split('. ')[0]!.replace(/\.$/, '')]),
  );
  out(text.text());
  return exit.done;
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '\n' : `    ${line}\n`))
    .join('');
}
