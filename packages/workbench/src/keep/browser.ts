import { readCase, sha256, type Texts } from '@demarche/case';
import { store } from './drafts.ts';
import type { Place } from './place.ts';

/** A case kept in this browser alone, which begins with a text of its own. */
export async function browserPlace(id: string, first?: string, texts: Texts = {}): Promise<Place> {
  const found = await (await store()).get('cases', id);
  if (!found && first !== undefined) await write(id, first);
  return {
    id: `browser ${id}`,
    name: 'this browser',
    load: async () => {
      const kept = await (await store()).get('cases', id);
      if (!kept) throw new Error('this browser has no such case any more');
      return { text: kept.text, sha: sha256(kept.text), texts };
    },
    save: async (text, base) => {
      const transaction = (await store()).transaction('cases', 'readwrite');
      const kept = await transaction.store.get(id);
      if (kept && sha256(kept.text) !== base)
        return { kind: 'clash', text: kept.text, sha: sha256(kept.text) };
      await transaction.store.put({ id, title: titleOf(text), text });
      await transaction.done;
      return { kind: 'saved', sha: sha256(text) };
    },
    watch: () => () => {},
  };
}

/** Cases that this browser keeps, by title. */
export async function keptCases(): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const all = await (await store()).getAll('cases');
  return all.map(({ id, title }) => ({ id, title })).sort((a, b) => (a.title < b.title ? -1 : 1));
}

async function write(id: string, text: string): Promise<void> {
  await (await store()).put('cases', { id, title: titleOf(text), text });
}

function titleOf(text: string): string {
  return readCase(text).case?.title ?? /^title:\s*(.+)$/m.exec(text)?.[1] ?? 'A case without a title';
}
