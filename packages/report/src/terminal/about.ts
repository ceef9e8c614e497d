import type { CaseAnswer, Settings } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { agreementWords, caveat, grantedWords, sanctionWords, toldWords } from '../words/index.ts';
import type { Page } from './layout.ts';

/** What every output says of itself at its end. */
export type About = { readonly version: string; readonly settings?: Settings | undefined };

export function opening(page: Page, found: Case, answer: CaseAnswer): void {
  page.title(found.title);
  const asOf = found.asOf === undefined ? '' : `As of ${found.asOf}. `;
  page.dim(`${asOf}${toldWords(answer.beliefs)}; ${caveat}.`);
  const granted = grantedWords(found, answer);
  if (granted !== undefined) page.para(`Asked only for the case that ${granted}.`);
}

export function closing(page: Page, found: Case, about: About): void {
  page.blank();
  page.dim(anchorWords(found));
  const rule = about.settings?.sanctions ?? 'legal';
  const sanctions = rule === 'legal' ? '' : `; sanctions ${rule}: ${sanctionWords[rule]}`;
  const settings = about.settings ? `; ${agreementWords[about.settings.agreements]}${sanctions}` : '';
  page.dim(`demarche ${about.version}, case sha256 ${found.sha256.slice(0, 12)}${settings}`);
}

export function anchorCounts(found: Case): Readonly<Record<'verified' | 'unverified' | 'failed', number>> {
  const counts = { verified: 0, unverified: 0, failed: 0 };
  for (const { anchor } of found.statements) counts[anchor]++;
  return counts;
}

export function anchorWords(found: Case): string {
  const { verified, unverified } = anchorCounts(found);
  const all = verified + unverified;
  if (all === 0) return 'The case rests on no statements: every judgement in it is an assumption.';
  if (unverified === 0)
    return `All ${all} statements were found in their sources, at the place and as hashed.`;
  const given = verified > 0 ? `${verified} of ${all} statements were found in their sources; ` : '';
  return `${given}${unverified} of ${all} statements could not be checked against their source. Have the text? Give it with --source.`;
}
