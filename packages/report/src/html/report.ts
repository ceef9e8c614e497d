import type { CaseAnswer } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { agreementWords, beliefsWords, caveat, conceptName, conceptWords } from '../words/index.ts';
import { answersSection } from './answers.ts';
import { html, type Markup, trusted } from './markup.ts';
import { assumptionsSection, partiesSection } from './readings.ts';
import { type OwnTexts, statementsSection } from './statements.ts';
import { style } from './style.ts';
import { surprisesSection, waysSection } from './ways.ts';

export type ReportOptions = {
  readonly version: string;
  /** Texts that lie in the case's own folder, by source id. A text given from elsewhere is quoted in no file. */
  readonly texts?: OwnTexts;
};

/**
 * One self-contained page for somebody who does not know the method: no network, no script. The same case, answer and version
 * give the same bytes.
 */
export function reportHtml(found: Case, answer: CaseAnswer, options: ReportOptions): string {
  const surprises = surprisesSection(found, answer);
  const parts: readonly (readonly [id: string, name: string])[] = [
    ['answers', 'Answers'],
    ['ways', 'How it would get there'],
    ...(surprises ? [['surprises', 'Surprises'] as const] : []),
    ['parties', 'Parties and readings'],
    ['assumptions', 'Assumptions'],
    ['statements', 'Statements'],
    ['method', 'Method'],
  ];
  const page = html`<header><h1>${found.title}</h1>
<p class="lead">${found.summary ?? ''}</p>
<p class="small">${found.asOf !== undefined && `As of ${found.asOf}. `}Every answer here: ${beliefsWords}; ${caveat}.</p>
<nav aria-label="Contents"><ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav></header>
<main id="main">${answersSection(found, answer)}${waysSection(found, answer)}${surprises}${partiesSection(found)}${assumptionsSection(found)}${statementsSection(found, options.texts ?? {})}${methodSection(found, answer)}</main>
<footer><p class="small">demarche ${options.version} · case sha256 <code>${found.sha256}</code> · ${agreementWords[answer.settings.agreements]}; sanctions ${answer.settings.sanctions}${answer.sampled && ` · ${answer.sampled.profiles} of ${answer.sampled.of} profiles drawn, seed ${answer.sampled.seed}`}</p></footer>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><meta name="generator" content="demarche">
${html`<title>${found.title}</title>`.html}<style>${trusted(style).html}</style></head>
<body><a class="skip" href="#main">To the answers</a>
${page.html}
</body></html>
`;
}

function methodSection(found: Case, answer: CaseAnswer): Markup {
  return html`<section aria-labelledby="method"><h2 id="method">How this was computed</h2>
<p>The case says what each party can do, what it may want (its readings) and how things stand now. From there every step is followed that somebody gains by and that nothing deters, and every joint move that all its movers prefer, to which each brings something, that holds, that nobody outside answers, and no smaller part of which would do. Where no step leads on, it rests; a question is answered by what holds there.</p>
<ul>${answer.concepts.map((concept) => html`<li>${conceptName[concept]}: ${conceptWords[concept]}.</li>`)}</ul>
<p>Computed were ${answer.cells.length} combinations: ${answer.profiles.length} of readings, ${answer.scenarios.length} of circumstances, ${answer.concepts.length} ways of looking ahead. It says in which order things would happen, not when.</p>
${found.scenarios.length > 0 && html`<h3>Circumstances</h3><ul>${found.scenarios.map((one) => html`<li>${one.label}</li>`)}</ul>`}</section>`;
}
