import type { Texts } from '@demarche/case';
import { type Document, documentOf } from '../document/document.ts';
import { browserPlace } from '../keep/browser.ts';
import { drafts } from '../keep/drafts.ts';
import { type Keeping, keep } from '../keep/keeping.ts';
import type { Place } from '../keep/place.ts';
import { tabsFor } from '../keep/tabs.ts';

/** What is open in this page, and where it is kept; an example is kept nowhere until it is changed. */
export type Opened = {
  /** `example`: nothing was changed yet, and nothing is kept. */
  readonly kind: 'example' | 'kept';
  readonly name: string;
  readonly keeping: Keeping | undefined;
  /** Counts what was opened, so that screens begin anew. */
  readonly turn: number;
};

export type Session = {
  readonly document: Document;
  readonly opened: () => Opened;
  readonly subscribe: (changed: () => void) => () => void;
  /** Opens what is kept somewhere. */
  readonly open: (place: Place) => Promise<void>;
  /** Shows an example; the first change makes a copy of it in this browser. */
  readonly show: (name: string, text: string, texts?: Texts) => void;
  /** A new case, kept in this browser from the start. */
  readonly begin: (name: string, text: string, texts?: Texts) => Promise<void>;
};

export function sessionOf(name: string, text: string, texts: Texts = {}): Session {
  const document = documentOf(text, texts);
  const listeners = new Set<() => void>();
  let opened: Opened = { kind: 'example', name, keeping: undefined, turn: 0 };
  let copying = false;
  const set = (next: Omit<Opened, 'turn'>, anew: boolean) => {
    opened = { ...next, turn: opened.turn + (anew ? 1 : 0) };
    for (const changed of listeners) changed();
  };

  const open = async (place: Place) => {
    opened.keeping?.close();
    // What is opened is no change of an example.
    copying = true;
    try {
      const keeping = await keep(document, place, { drafts, tabs: tabsFor(place.id) });
      set({ kind: 'kept', name: place.name, keeping }, true);
    } finally {
      copying = false;
    }
  };
  const begin = async (_: string, first: string, own: Texts = {}) =>
    open(await browserPlace(freshId(), first, own));

  // The first change of an example makes a copy of it: what the page brings stays as it is.
  let exampleText = text;
  document.subscribe(() => {
    const now = document.snapshot();
    if (opened.kind !== 'example' || copying || now.text === exampleText) return;
    copying = true;
    void (async () => {
      const place = await browserPlace(freshId(), now.text, now.texts);
      const keeping = await keep(document, place, { drafts, tabs: tabsFor(place.id), stay: true });
      set({ kind: 'kept', name: place.name, keeping }, false);
    })().finally(() => {
      copying = false;
    });
  });

  return {
    document,
    opened: () => opened,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    open,
    begin,
    show: (what, first, own = {}) => {
      opened.keeping?.close();
      exampleText = first;
      opened = { kind: 'example', name: what, keeping: undefined, turn: opened.turn + 1 };
      document.open(first, own);
      for (const changed of listeners) changed();
    },
  };
}

function freshId(): string {
  return crypto.randomUUID();
}
