import { caseOf, parseRecord } from '@demarche/report/record';
import { followReport } from './below.ts';
import { offerPictures } from './figure/cut-out.ts';
import { element } from './panel/element.ts';
import { panelOf } from './panel/panel.ts';
import { stateOf } from './panel/state.ts';
import { panelStyle } from './panel/style.ts';
import { startOf } from './work/combination.ts';
import { deskOf } from './work/desk.ts';
import { work } from './work/worker.ts';

// One script for the page and for its worker: where there is no document, it is the worker.
if (typeof document === 'undefined') work(globalThis as never);
else start(document.currentScript?.textContent ?? '');

/** Puts the panel into the page. A page whose data is not sound stays a report to be read. */
function start(script: string): void {
  const read = parseRecord(document.getElementById('demarche')?.textContent ?? '');
  if ('problem' in read) return;
  const { claims: _, ...basis } = read.record;
  const found = caseOf(basis);
  if (!found?.now) return;
  const begin = startOf(found, basis.asked);
  const state = stateOf(basis.case.text, found, begin);
  const desk = () => deskOf(basis, script);
  const long = desk();
  const { panel, note } = panelOf(state, begin, basis, script, { quick: desk(), hanging: desk(), long });
  document.head.append(element('style', {}, panelStyle));
  document.querySelector('body > header')!.after(panel);
  offerPictures(document);
  followReport(state, long, note);
}
