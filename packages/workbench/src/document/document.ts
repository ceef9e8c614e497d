import { type Edit, editCase, type ReadResult, readCase, type Texts } from '@demarche/case';

/** One state of the open case. `read` is what the text says, with every diagnostic; its `case` is missing while it has errors. */
export type Snapshot = {
  readonly text: string;
  /** The last text without errors, so that answers stay in view while something is being typed. */
  readonly sound: ReadResult & { readonly text: string };
  readonly read: ReadResult;
  /** Source id → its text, where the person gave one; never part of the case and never sent anywhere. */
  readonly texts: Texts;
  /** What the next undo and redo would take back or do again, in the words of who did it. */
  readonly undo: string | undefined;
  readonly redo: string | undefined;
};

/** The open case with an edit history without limit. The text is the truth: forms and YAML edit the same. */
export type Document = {
  readonly snapshot: () => Snapshot;
  readonly subscribe: (changed: () => void) => () => void;
  /** Edits of the tree that leave everything else byte for byte, as one step that undo takes back; `label` says what was done. */
  readonly edit: (label: string, edits: readonly Edit[]) => void;
  /** The whole text anew. Steps with the same `merge` that follow one another are one in the history: typing is. */
  readonly write: (label: string, text: string, merge?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The text of a source at hand, for showing passages and verifying anchors. */
  readonly give: (source: string, text: string) => void;
  /** Another case, with a history of its own. */
  readonly open: (text: string, texts?: Texts) => void;
};

type Step = { readonly label: string; readonly text: string; readonly merge?: string | undefined };

export function documentOf(first: string, givenTexts: Texts = {}): Document {
  const listeners = new Set<() => void>();
  let past: Step[] = [];
  let future: Step[] = [];
  let snapshot = made(first, givenTexts, undefined);

  function made(text: string, texts: Texts, before: Snapshot | undefined): Snapshot {
    const read =
      before && text === before.text && texts === before.texts ? before.read : readCase(text, { texts });
    const sound = read.case ? { ...read, text } : (before?.sound ?? { ...read, text });
    return { text, texts, read, sound, undo: past.at(-1)?.label, redo: future.at(-1)?.label };
  }
  const show = (text: string, texts: Texts) => {
    snapshot = made(text, texts, snapshot);
    for (const changed of listeners) changed();
  };
  const write = (label: string, text: string, merge?: string) => {
    if (text === snapshot.text) return;
    const joined = merge !== undefined && past.at(-1)?.merge === merge && future.length === 0;
    if (!joined) past = [...past, { label, text: snapshot.text, merge }];
    future = [];
    show(text, snapshot.texts);
  };
  return {
    snapshot: () => snapshot,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    edit: (label, edits) => write(label, editCase(snapshot.text, edits)),
    write,
    undo: () => {
      const step = past.at(-1);
      if (!step) return;
      past = past.slice(0, -1);
      future = [...future, { label: step.label, text: snapshot.text }];
      show(step.text, snapshot.texts);
    },
    redo: () => {
      const step = future.at(-1);
      if (!step) return;
      future = future.slice(0, -1);
      past = [...past, { label: step.label, text: snapshot.text }];
      show(step.text, snapshot.texts);
    },
    give: (source, text) => show(snapshot.text, { ...snapshot.texts, [source]: text }),
    open: (text, texts = {}) => {
      past = [];
      future = [];
      snapshot = made(text, texts, undefined);
      for (const changed of listeners) changed();
    },
  };
}
