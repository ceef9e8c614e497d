import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What was not saved yet: the text, and what it is based on. */
export type Draft = {
  readonly place: string;
  readonly text: string;
  readonly base: string;
  readonly baseText: string;
  /** Milliseconds since 1970, only to tell the person when. */
  readonly at: number;
};

/** A case kept in this browser alone. */
export type Kept = { readonly id: string; readonly title: string; readonly text: string };

interface Stores extends DBSchema {
  drafts: { key: string; value: Draft };
  cases: { key: string; value: Kept };
}

export type Drafts = {
  readonly get: (place: string) => Promise<Draft | undefined>;
  readonly put: (draft: Draft) => Promise<void>;
  readonly remove: (place: string) => Promise<void>;
};

let database: Promise<IDBPDatabase<Stores>> | undefined;

export function store(): Promise<IDBPDatabase<Stores>> {
  database ??= openDB<Stores>('demarche', 1, {
    upgrade: (made) => {
      made.createObjectStore('drafts', { keyPath: 'place' });
      made.createObjectStore('cases', { keyPath: 'id' });
    },
  });
  return database;
}

/** Drafts in this browser: they outlive the page, the browser and the server. */
export const drafts: Drafts = {
  get: async (place) => (await store()).get('drafts', place),
  put: async (draft) => {
    await (await store()).put('drafts', draft);
  },
  remove: async (place) => (await store()).delete('drafts', place),
};
