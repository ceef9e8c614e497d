import { newCase, sha256 } from '@demarche/case';
import { expect, test } from 'vitest';
import { documentOf } from '../../src/document/document.ts';
import type { Draft } from '../../src/keep/drafts.ts';
import { type Keeping, keep } from '../../src/keep/keeping.ts';
import { merged } from '../../src/keep/merge.ts';
import type { Place } from '../../src/keep/place.ts';

const first = newCase({ title: 'A harbour' });
const titled = (text: string, title: string) => text.replace(/^title: .*$/m, `title: ${title}`);
const noted = (text: string, note: string) => `${text}\n# ${note}\n`;

/** A disk that several pages keep a case on, and a browser with its drafts; nothing happens but when told. */
function world() {
  const disk = { text: first, full: false, down: false };
  const kept = new Map<string, Draft>();
  const changed = new Set<() => void>();
  const work: (() => void)[] = [];
  const place: Place = {
    id: 'disk',
    name: 'harbour',
    load: async () => {
      if (disk.down) throw new Error('the server is gone');
      return { text: disk.text, sha: sha256(disk.text) };
    },
    save: async (text, base) => {
      if (disk.down) throw new Error('the server is gone');
      if (sha256(disk.text) !== base) return { kind: 'clash', text: disk.text, sha: sha256(disk.text) };
      if (disk.full) return { kind: 'failed', message: 'the disk is full' };
      disk.text = text;
      return { kind: 'saved', sha: sha256(text) };
    },
    watch: (heard) => {
      changed.add(heard);
      return () => changed.delete(heard);
    },
  };
  const open = async () => {
    const document = documentOf(first);
    const keeping = await keep(document, place, {
      drafts: {
        get: async (id) => kept.get(id),
        put: async (draft) => void kept.set(draft.place, draft),
        remove: async (id) => void kept.delete(id),
      },
      later: (one) => {
        work.push(one);
        return () => void work.splice(work.indexOf(one) >>> 0, 1);
      },
      now: () => 0,
    });
    return { document, keeping };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  /** Lets everything that was put off happen. */
  const pass = async () => {
    await settled();
    for (const one of work.splice(0)) one();
    await settled();
  };
  const told = async () => {
    for (const heard of changed) heard();
    await settled();
  };
  return { disk, kept, open, pass, told };
}

const kind = (keeping: Keeping) => keeping.state().kind;

test('what is typed is saved shortly after, and the draft goes', async () => {
  const { disk, kept, open, pass } = world();
  const { document, keeping } = await open();
  document.write('title', titled(first, 'Two'));
  expect([kind(keeping), kept.size]).toEqual(['unsaved', 1]);
  await pass();
  expect([kind(keeping), disk.text, kept.size]).toEqual(['saved', titled(first, 'Two'), 0]);
});

test('what somebody else wrote is taken in where the changes do not touch, and can be taken back', async () => {
  const { disk, open, pass, told } = world();
  const { document, keeping } = await open();
  document.write('title', titled(first, 'Mine'));
  disk.text = noted(first, 'theirs');
  await told();
  const both = noted(titled(first, 'Mine'), 'theirs');
  expect(document.snapshot().text).toBe(both);
  await pass();
  expect([kind(keeping), disk.text]).toEqual(['saved', both]);
  document.undo();
  expect(document.snapshot().text).toBe(titled(first, 'Mine'));
});

test.each(['mine', 'theirs'] as const)(
  'where both changed the same line a person says: %s',
  async (which) => {
    const { disk, open, pass, kept } = world();
    const { document, keeping } = await open();
    document.write('title', titled(first, 'Mine'));
    disk.text = titled(first, 'Theirs');
    await pass();
    expect([kind(keeping), disk.text, document.snapshot().text]).toEqual([
      'clash',
      titled(first, 'Theirs'),
      titled(first, 'Mine'),
    ]);
    await keeping.settle(which);
    await pass();
    const won = titled(first, which === 'mine' ? 'Mine' : 'Theirs');
    expect([kind(keeping), disk.text, document.snapshot().text, kept.size]).toEqual(['saved', won, won, 0]);
    if (which === 'theirs') {
      document.undo();
      expect(document.snapshot().text).toBe(titled(first, 'Mine'));
    }
  },
);

test('a full disk and a server that is gone are told, the draft stays, and it is tried again', async () => {
  for (const trouble of ['full', 'down'] as const) {
    const { disk, kept, open, pass } = world();
    const { document, keeping } = await open();
    disk[trouble] = true;
    document.write('title', titled(first, 'Two'));
    await pass();
    expect([kind(keeping), kept.get('disk')?.text]).toEqual(['failed', titled(first, 'Two')]);
    disk[trouble] = false;
    await pass();
    expect([kind(keeping), disk.text]).toEqual(['saved', titled(first, 'Two')]);
  }
});

test('a page that was killed: the draft is offered, and taken up with what was written since', async () => {
  const { disk, open, pass } = world();
  const killed = await open();
  disk.down = true;
  killed.document.write('title', titled(first, 'Unsaved'));
  await pass();
  killed.keeping.close();
  disk.down = false;
  disk.text = noted(first, 'since');
  const { document, keeping } = await open();
  expect([kind(keeping), document.snapshot().text]).toEqual(['draft', noted(first, 'since')]);
  await keeping.settle('mine');
  await pass();
  const both = noted(titled(first, 'Unsaved'), 'since');
  expect([kind(keeping), disk.text, document.snapshot().text]).toEqual(['saved', both, both]);
});

test('a draft that is left is gone', async () => {
  const { disk, kept, open, pass } = world();
  const killed = await open();
  disk.full = true;
  killed.document.write('title', titled(first, 'Unsaved'));
  await pass();
  killed.keeping.close();
  const { keeping, document } = await open();
  await keeping.settle('theirs');
  expect([kind(keeping), document.snapshot().text, kept.size]).toEqual(['saved', first, 0]);
});

test('two pages on one disk: whatever they write in whatever order, no line of either is lost unseen', async () => {
  const { disk, open, pass, told } = world();
  const [a, b] = [await open(), await open()];
  a.document.write('title', titled(first, 'From a'));
  b.document.write('note', noted(first, 'from b'));
  await pass();
  await told();
  await pass();
  await told();
  const both = noted(titled(first, 'From a'), 'from b');
  expect([disk.text, a.document.snapshot().text, b.document.snapshot().text]).toEqual([both, both, both]);
});

test('lines are merged only where the outcome is as sound as both', () => {
  expect(merged(first, first, noted(first, 'x'))).toBe(noted(first, 'x'));
  const lines = 'a\nb\nc\nd\ne';
  expect(merged('A\nb\nc\nd\ne', lines, 'a\nb\nc\nd\nE')).toBe('A\nb\nc\nd\nE');
  expect(merged('A\nb', 'a\nb', 'B\nb')).toBeUndefined();
});
