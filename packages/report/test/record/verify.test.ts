import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecord, type Verified, verifyRecord } from '../../src/record/index.ts';
import { script, version, written } from './written.ts';

const yaml = readFileSync(new URL('../../../../fixtures/oracle/doubt.yaml', import.meta.url), 'utf8');
const { page } = written(yaml);

function verified(changed: string): Verified {
  const read = readRecord(changed);
  if ('problem' in read) throw new Error(read.problem);
  return verifyRecord(read.record, changed, {
    version,
    ...(read.record.version === version ? { script } : {}),
  });
}

/** The page with what it carries changed. */
function carrying(change: (text: string) => string): string {
  const changed = page.replace(
    /(id="demarche">)(.*?)(<\/script>)/,
    (_, open, data, close) => open + change(data) + close,
  );
  expect(changed).not.toBe(page);
  return changed;
}

describe('a report is computed again', () => {
  it('one that nobody touched stands', () => {
    expect(verified(page)).toMatchObject({ stands: true, page: 'same', differences: [], problems: [] });
  });

  it('with another answer, share or number it does not, and says where', () => {
    const answer = verified(carrying((data) => data.replace(/"(yes|no)"/, '"unsettled"')));
    expect(answer.stands).toBe(false);
    expect(answer.differences[0]).toMatchObject({ says: 'unsettled' });
    const share = verified(carrying((data) => data.replace(/("shares":\{"[^"]+":)[\d.]+/, '$10.123')));
    expect(share.stands).toBe(false);
    expect(share.differences[0]).toMatchObject({ says: '0.123', at: expect.stringContaining('shares') });
    const swept = verified(carrying((data) => data.replace(/("sweep":.*?"count":)\d+/, '$17777')));
    expect(swept.differences[0]).toMatchObject({ says: '7777', at: expect.stringContaining('sweep') });
    const more = verified(carrying((data) => data.replace('"claims":{', '"claims":{"weights":{"other":1},')));
    expect(more.stands).toBe(false);
  });

  it('with other words on the page it does not, and says which', () => {
    const {
      stands,
      page: kind,
      differences,
      lines,
    } = verified(page.replace('<h2 id="answers">The questions', '<h2 id="answers">All questions'));
    expect([stands, kind, differences]).toEqual([false, 'other-words', []]);
    expect(lines).toEqual({
      says: ['All questions and their answers'],
      should: ['The questions and their answers'],
    });
  });

  it('with another script, markup or style it does not', () => {
    expect(verified(page.replace('<script>', '<script>/* */'))).toMatchObject({
      stands: false,
      page: 'other-script',
    });
    expect(verified(page.replace('--no:#a33a12', '--no:#fff'))).toMatchObject({
      stands: false,
      page: 'other-markup',
    });
    const also = page.replace('</body>', '<script src="x"></script></body>');
    expect(verified(also)).toMatchObject({ stands: false, page: 'other-markup' });
  });

  it('with another case under the same hash it does not', () => {
    expect(verified(carrying((data) => data.replace('demarche: 1', 'demarche:  1'))).problems[0]).toContain(
      'sha256',
    );
  });

  it('with names that the case does not have it does not', () => {
    const unknown = verified(
      carrying((data) => data.replace('"reading":{}', '"reading":{"nobody":"nothing"}')),
    );
    expect(unknown.problems).toEqual(['there is no reading nobody.nothing']);
    const scenario = verified(
      carrying((data) => data.replace('"without":[]', '"scenario":"x","without":[]')),
    );
    expect(scenario.problems).toEqual(['there is no scenario x']);
    const withdrawn = verified(carrying((data) => data.replace('"without":[]', '"without":["s999"]')));
    expect(withdrawn.stands).toBe(false);
    const passage = verified(
      carrying((data) => data.replace('"passages":{}', '"passages":{"nobody":"said it"}')),
    );
    expect(passage).toMatchObject({ stands: false, passages: { wrong: ['nobody'] } });
  });

  it('of another version the numbers are compared, and the words are not', () => {
    const other = verified(carrying((data) => data.replace(/"version":"[^"]*"/, '"version":"0.0.1"')));
    expect(other.stands).toBe(true);
    expect(other.page).toBeUndefined();
  });
});

describe('what is no report is refused with a reason', () => {
  const tag = '<script type="application/json" id="demarche">';
  it.each([
    ['nothing', '', 'carries no case'],
    ['a page of somebody else', '<!doctype html><p>Hello', 'carries no case'],
    ['a page that was cut off', `${tag}{"record":1,`, 'cut off'],
    ['data that is no JSON', `${tag}{"record":1,</script>`, 'no JSON'],
    ['data of another form', `${tag}{"record":7}</script>`, 'does not know'],
    ['data with parts missing', `${tag}{"record":1}</script>`, 'not sound at'],
    ['lists in lists without end', `${tag}${'['.repeat(200_000)}</script>`, 'no JSON'],
    ['deep but whole', `${tag}${'['.repeat(5000)}${']'.repeat(5000)}</script>`, 'does not know'],
  ])('%s', (_, text, why) => {
    expect(readRecord(text)).toEqual({ problem: expect.stringContaining(why) });
  });
});
