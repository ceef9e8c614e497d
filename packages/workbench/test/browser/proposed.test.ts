import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { anchorHash, editCase, readCase } from '@demarche/case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../../../report/test/chromium.ts';
import { idle, type World, worldOf } from './open-page.ts';

const tutorial = new URL('../../../../cases/tutorial/', import.meta.url);
const yaml = readFileSync(new URL('case.yaml', tutorial), 'utf8');
const text = readFileSync(new URL('sources/analysis.txt', tutorial), 'utf8');

/** The tutorial with what a model could have proposed over the passages of two of its statements. */
function withProposals(): string {
  const [one, other] = readCase(yaml).case!.statements.filter(({ at, by }) => at && by);
  const value = Object.fromEntries(
    [one!, other!].map((known, k) => [
      `s9${k}`,
      {
        in: known.in,
        at: `${known.at!.start}..${known.at!.end}`,
        hash: anchorHash(Array.from(text).slice(known.at!.start, known.at!.end).join('')),
        by: k === 0 ? known.by! : 'Somebody <b>else</b>',
        kind: 'belief',
        gist: `Guess ${k} <img src=x onerror=alert(1)>`,
        proposed: 'vendor/model:7b',
      },
    ]),
  );
  return editCase(yaml, [{ kind: 'extend', path: ['statements'], value }]);
}

describe.skipIf(chromiumPath === undefined)('what a model proposed', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf();
  });
  afterAll(() => world.close());

  test('is shown as proposed, doubts first, and decided on by keyboard; undo takes a decision back', async () => {
    const { page, onDisk, troubles } = await world.open({ of: 'tutorial', text: withProposals() });
    await page.evaluate(() => {
      location.hash = 'source';
    });
    const proposed = page.getByRole('region', { name: '2 proposals of a model' });
    await proposed.getByText('The reader of rules takes').waitFor();
    const ids = () => page.getByRole('button', { name: /^Accept / }).allTextContents();
    expect(await ids()).toEqual(['Accept s91', 'Accept s90']);
    expect(await proposed.getByText('proposed, not counted').count()).toBe(2);
    expect(await proposed.getByText('Guess 0 <img src=x onerror=alert(1)>').count()).toBe(1);
    expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);

    await proposed.getByRole('button', { name: 'Reject s91' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '1 proposal of a model' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('1 proposal of a model');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[data-keep="saved"]').waitFor();
    await expect.poll(() => readCase(onDisk()).case!.statements.at(-1)!.id).toBe('s90');
    expect(readCase(onDisk()).case!.decided.map((one) => [one.statement, one.decision])).toEqual([
      ['s91', 'rejected'],
      ['s90', 'accepted'],
    ]);
    expect(await ids()).toEqual([]);

    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(ids).toEqual(['Accept s91', 'Accept s90']);
    await expect.poll(onDisk).toBe(withProposals());
    expect(troubles).toEqual([]);
  });

  test('is not written over by what a person codes', async () => {
    const { page, onDisk } = await world.open({ of: 'tutorial', text: withProposals() });
    await page.evaluate(() => {
      location.hash = 'source';
    });
    await idle(page);
    await page.locator('.source .text').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Add the statement' }).click();
    await expect.poll(() => readCase(onDisk()).case!.statements.at(-1)!.id).toBe('s92');
    expect(readCase(onDisk()).case!.proposals.map(({ id }) => id)).toEqual(['s90', 's91']);
  });
});
