import { editCase } from '@demarche/case';
import { readRecord, verifyRecord } from '@demarche/report/record';
import { describe, expect, it } from 'vitest';
import { version, written } from '../../report/test/record/written.ts';
import { chromiumPath, downloaded, otherwise, reports, script, settled, text } from './open.ts';

const tutorial = text('cases/tutorial/case.yaml');
const analysis = text('cases/tutorial/sources/analysis.txt');
const report = (yaml: string) =>
  written(yaml, {
    texts: { analysis },
    run: script,
    answersOnly: true,
    asked: { concepts: ['seq'], beliefs: ['correct'] },
  });

describe.skipIf(chromiumPath === undefined)('what a reader saves', () => {
  const { open } = reports();

  it('is the very file where nothing was changed, and with a change the bytes of that edit', async () => {
    const { page, complaints, close } = await open(report(tutorial).page);
    await otherwise(page);
    const same = await downloaded(page, 'As a case');
    expect([same.name, same.bytes.toString()]).toEqual(['case.yaml', tutorial]);

    const combo = (name: string) => page.getByRole('combobox', { name, exact: true });
    await page.getByRole('checkbox', { name: 'Build the coast road' }).check();
    await page.getByRole('checkbox', { name: "Keep Torvale's timber out of the port" }).uncheck();
    await combo('Torvale is read as').selectOption('hold');
    const torvale = page.getByRole('group', { name: 'Torvale', exact: true }).first();
    await torvale.getByText('What it wants then').click();
    await torvale
      .getByRole('button', { name: /: one place up$/ })
      .nth(2)
      .click();
    await page
      .getByRole('group', { name: 'Marrin', exact: true })
      .first()
      .getByText('What it believes of the others', { exact: true })
      .click();
    await combo('It takes Torvale to be').first().selectOption('income');
    await settled(page);
    const changed = await downloaded(page, 'As a case');
    expect(changed.name).toBe('case-otherwise.yaml');
    expect(changed.bytes.toString()).toBe(
      editCase(tutorial, [
        { kind: 'remove', path: ['now', 0] },
        { kind: 'add', path: ['now'], value: 'marrin.road' },
        { kind: 'move', path: ['readings', 'torvale', 'hold', 'prefers'], from: 2, to: 1 },
        { kind: 'set', path: ['beliefs', 'marrin', 'torvale'], value: 'income' },
      ]),
    );

    await page.getByRole('button', { name: 'Undo all' }).click();
    expect((await downloaded(page, 'As a case')).bytes.toString()).toBe(tutorial);
    expect(complaints).toEqual([]);
    await close();
  });

  it('as a report argues back in its turn, and stands', async () => {
    const first = await open(report(tutorial).page);
    await otherwise(first.page);
    await first.page.getByRole('checkbox', { name: 'The lining is unsafe' }).check();
    await settled(first.page);
    const { name, bytes } = await downloaded(first.page, 'As a report');
    expect(name).toBe('case-otherwise.html');
    await first.close();
    const html = bytes.toString();
    const read = readRecord(html) as Extract<ReturnType<typeof readRecord>, { record: unknown }>;
    expect(read.record.case.text).toBe(editCase(tutorial, [{ kind: 'add', path: ['now'], value: 'unsafe' }]));
    expect(verifyRecord(read.record, html, { version, script })).toMatchObject({
      stands: true,
      page: 'same',
    });
    const second = await open(html);
    await otherwise(second.page);
    expect(await second.page.getByRole('checkbox', { name: 'The lining is unsafe' }).isChecked()).toBe(true);
    expect(second.complaints).toEqual([]);
    await second.close();
  });

  it('keeps pictures as they are drawn and as points', async () => {
    const { page, complaints, close } = await open(report(tutorial).page);
    const drawn = await page
      .locator('figure svg')
      .first()
      .evaluate((svg) => svg.outerHTML);
    const svg = await downloaded(page, /^Save as SVG/);
    expect(svg.bytes.toString()).toBe(drawn);
    expect(svg.name).toMatch(/^matrix--.*\.svg$/);
    const { bytes } = await downloaded(page, /^Save as PNG/);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(drawn)!;
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(
      [width, height].map((side) => Math.ceil(Number(side) * 2)),
    );
    // A blank picture would be packed to next to nothing.
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes where the reader says, where the browser asks', async () => {
    const asks = `window.asked = []; window.showSaveFilePicker = async ({ suggestedName }) => ({
      createWritable: async () => ({ write: async (blob) => asked.push(suggestedName, await blob.text()), close: async () => {} }),
    });`;
    const { page, complaints, close } = await open(report(tutorial).page, {}, asks);
    await otherwise(page);
    await page.getByRole('button', { name: 'As a case' }).click();
    await page.getByText('Saved case.yaml.').waitFor();
    expect(await page.evaluate('asked')).toEqual(['case.yaml', tutorial]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('of a case that withholds something, has no word of it', async () => {
    const yaml = tutorial.replace(
      / {4}by: Two former board members\n {4}kind: assessment\n {4}about: authority\n {4}gist: (.*)/,
      '    withhold: true # A remark nobody sees.\n    note: A note nobody sees.\n    by: The Nobody Office\n    kind: assessment\n    about: authority\n    gist: A gist nobody sees.',
    );
    expect(yaml).not.toBe(tutorial);
    const { page: html } = report(yaml);
    expect(html).not.toMatch(/nobody sees|Nobody Office/i);
    const { page, complaints, close } = await open(html);
    await otherwise(page);
    const { bytes } = await downloaded(page, 'As a case');
    expect(bytes.toString()).not.toMatch(/nobody sees|Nobody Office/i);
    expect(bytes.toString()).toMatch(/^# From a report: what 1 statement would say is withheld/);
    const again = await downloaded(page, 'As a report');
    expect(again.bytes.toString()).not.toMatch(/nobody sees|Nobody Office/i);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('the report stays small', () => {
  const { page } = report(tutorial);
  expect(script.length).toBeLessThan(680_000);
  expect(page.length).toBeLessThan(1_000_000);
});
