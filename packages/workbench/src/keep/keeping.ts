import type { Document } from '../document/document.ts';
import type { Draft, Drafts } from './drafts.ts';
import { merged } from './merge.ts';
import type { Found, Place } from './place.ts';

/** How what is on the screen stands to what is kept. */
export type KeepState =
  | { readonly kind: 'saved' | 'unsaved' | 'saving' }
  /** Kept elsewhere as `theirs`, and both changed the same lines: a person has to say. */
  | { readonly kind: 'clash'; readonly theirs: Found }
  /** Could not be saved; the draft in this browser has it. */
  | { readonly kind: 'failed'; readonly message: string }
  /** A draft of an earlier sitting that was never saved. */
  | { readonly kind: 'draft'; readonly draft: Draft };

export type Keeping = {
  readonly place: Place;
  readonly state: () => KeepState;
  readonly subscribe: (changed: () => void) => () => void;
  /** Saves now what there is. */
  readonly save: () => Promise<void>;
  /** Of a clash or a draft: which version goes on. Taking the other one is a step that undo takes back. */
  readonly settle: (which: 'mine' | 'theirs') => Promise<void>;
  readonly close: () => void;
};

export type KeepOptions = {
  readonly drafts: Drafts;
  /** Runs something later; returns how to stop it. */
  readonly later?: (work: () => void, milliseconds: number) => () => void;
  /** Hears and tells other tabs with the same case. */
  readonly tabs?: {
    readonly tell: () => void;
    readonly hear: (heard: () => void) => () => void;
  };
  readonly now?: () => number;
  /** The document is what the place has already: its history goes on. */
  readonly stay?: boolean;
};

const afterTyping = 700;
const afterFailure = 4000;

/**
 * Keeps a document in its place: saves what is sound shortly after each change, keeps a draft in the browser until it is saved, and
 * takes in what others wrote, by lines where the changes do not touch. Nothing is written over unseen.
 */
export async function keep(document: Document, place: Place, options: KeepOptions): Promise<Keeping> {
  const { drafts, tabs } = options;
  const later = options.later ?? laterByTimer;
  const now = options.now ?? Date.now;
  const found = await place.load();
  let base: Found = found;
  let state: KeepState = { kind: 'saved' };
  let stop: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let closed = false;
  const listeners = new Set<() => void>();
  const show = (next: KeepState) => {
    state = next;
    for (const one of listeners) one();
  };

  if (!options.stay) document.open(found.text, found.texts);
  let seen = found.text;
  const draft = await drafts.get(place.id).catch(() => undefined);
  if (draft && draft.text !== found.text) show({ kind: 'draft', draft });

  const schedule = (milliseconds: number) => {
    stop?.();
    stop = later(() => void save(), milliseconds);
  };

  const changed = () => {
    const { text } = document.snapshot();
    if (text === seen) return;
    seen = text;
    if (state.kind === 'draft') return;
    void drafts
      .put({ place: place.id, text, base: base.sha, baseText: base.text, at: now() })
      .catch(() => undefined);
    if (state.kind === 'clash') return;
    if (text === base.text) {
      stop?.();
      void drafts.remove(place.id).catch(() => undefined);
      show({ kind: 'saved' });
      return;
    }
    show({ kind: 'unsaved' });
    schedule(afterTyping);
  };
  const unlisten = document.subscribe(changed);
  changed();

  /** One saving at a time; what was typed meanwhile is saved after it. */
  function save(): Promise<void> {
    running ??= saveOnce().finally(() => {
      running = undefined;
      if (!closed && state.kind === 'unsaved') schedule(afterTyping);
    });
    return running;
  }

  async function saveOnce(): Promise<void> {
    stop?.();
    const { text } = document.snapshot();
    if (state.kind === 'clash' || state.kind === 'draft' || text === base.text) return;
    show({ kind: 'saving' });
    const saved = await place
      .save(text, base.sha)
      .catch((error: unknown) => ({ kind: 'failed' as const, message: (error as Error).message }));
    if (saved.kind === 'saved') {
      base = { text, sha: saved.sha };
      tabs?.tell();
      const unchanged = document.snapshot().text === text;
      if (unchanged) await drafts.remove(place.id).catch(() => undefined);
      show({ kind: unchanged ? 'saved' : 'unsaved' });
    } else if (saved.kind === 'clash') take(saved);
    else {
      show(saved);
      if (!closed) schedule(afterFailure);
    }
  }

  /** What others wrote, taken into what is on the screen where the changes do not touch. */
  function take(theirs: Found): void {
    const mine = document.snapshot().text;
    const both = merged(mine, base.text, theirs.text);
    if (both === undefined) {
      show({ kind: 'clash', theirs });
      return;
    }
    base = theirs;
    if (both !== mine) {
      seen = both;
      document.write('take in what was changed elsewhere', both);
    }
    if (both === theirs.text) {
      void drafts.remove(place.id).catch(() => undefined);
      show({ kind: 'saved' });
      return;
    }
    show({ kind: 'unsaved' });
    schedule(afterTyping);
  }

  const heard = async () => {
    if (state.kind === 'clash' || state.kind === 'draft') return;
    const theirs = await place.load().catch(() => undefined);
    if (theirs && theirs.sha !== base.sha && !running) take(theirs);
  };
  const unwatch = place.watch(() => void heard());
  const unhear = tabs?.hear(() => void heard());

  return {
    place,
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    save,
    settle: async (which) => {
      if (state.kind === 'draft') {
        const { draft: left } = state;
        state = { kind: 'unsaved' };
        if (which === 'theirs') {
          await drafts.remove(place.id).catch(() => undefined);
          show({ kind: 'saved' });
          return;
        }
        // What was kept meanwhile is taken in, where it does not touch.
        const both = merged(left.text, left.baseText, base.text);
        if (both === undefined) {
          const theirs = base;
          base = { text: left.baseText, sha: left.base };
          seen = left.text;
          document.write('take up the draft', left.text);
          show({ kind: 'clash', theirs });
          return;
        }
        document.write('take up the draft', both);
        return;
      }
      if (state.kind !== 'clash') return;
      const { theirs } = state;
      base = theirs;
      state = { kind: 'unsaved' };
      if (which === 'theirs') document.write('take what was written elsewhere', theirs.text);
      else await save();
      if (document.snapshot().text === base.text) {
        await drafts.remove(place.id).catch(() => undefined);
        show({ kind: 'saved' });
      }
    },
    close: () => {
      closed = true;
      stop?.();
      unlisten();
      unwatch();
      unhear?.();
    },
  };
}

function laterByTimer(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}
