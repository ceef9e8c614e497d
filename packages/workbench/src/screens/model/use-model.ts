import { type Edit, editCase, fileTree, type Path, renameIds, type Tree } from '@demarche/case';
import { createContext, useContext, useDeferredValue, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDocument } from '../../document/use-document.ts';
import { renaming, type Thing } from './edits/thing.ts';
import { type Name, namesIn } from './outline/names.ts';
import { type Problem, problemsOf } from './outline/problems.ts';
import { startsWith } from './outline/tree.ts';

/** The open case as the forms see it: the tree of its text, so that they work while there are mistakes in it. */
export type Model = {
  readonly tree: Tree;
  readonly names: readonly Name[];
  readonly problems: readonly Problem[];
  /** Set while the text is no YAML: the forms then show what it last said, and cannot be used. */
  readonly unreadable: boolean;
  /** One step that undo takes back; steps of the same `merge` that follow one another are one. */
  readonly edit: (label: string, edits: readonly Edit[], merge?: string) => void;
  readonly rename: (thing: Thing, to: string) => void;
};

const empty: Tree = { kind: 'map', entries: [], flow: false, span: { start: 0, end: 0 } };

export const ModelContext = createContext<Model | undefined>(undefined);

export function useModel(): Model {
  const model = useContext(ModelContext);
  if (!model) throw new Error('a form stands outside of the model');
  return model;
}

/** The model of the open case, for the screen to hand down. */
export function useModelOfDocument(): {
  readonly model: Model;
  /** While somebody types the forms follow when there is time for it, so that no key waits for them. */
  readonly typing: () => void;
  /** Brings the forms up to date at once: before anything else is done with them. */
  readonly settle: () => void;
} {
  const { now: latest, snapshot, write } = useDocument();
  const later = useDeferredValue(latest);
  const [isTyping, setTyping] = useState(false);
  const now = isTyping ? later : latest;
  const known = useRef<Tree>(empty);
  const tree = useMemo(() => fileTree(now.text), [now.text]);
  if (tree) known.current = tree.kind === 'map' ? tree : empty;
  const shown = known.current;
  const names = useMemo(() => namesIn(shown), [shown]);
  const problems = useMemo(
    () => problemsOf(tree, now.text, now.read.diagnostics),
    [tree, now.text, now.read],
  );
  const model = useMemo(
    (): Model => ({
      tree: shown,
      names,
      problems,
      unreadable: tree === undefined,
      edit: (label, edits, merge) => {
        const { text } = snapshot();
        if (edits.length === 0 || !fileTree(text)) return;
        setTyping(merge !== undefined);
        write(label, editCase(text, edits), merge);
      },
      rename: (thing, to) => {
        const { text } = snapshot();
        if (fileTree(text)) write(`rename ${thing.id}`, renameIds(text, renaming(thing, to)));
      },
    }),
    [shown, names, problems, tree, snapshot, write],
  );
  return {
    model,
    typing: () => setTyping(true),
    settle: () => {
      if (isTyping) flushSync(() => setTyping(false));
    },
  };
}

/** Problems at a path: exactly there, or also below. */
export function useProblems(path: Path, below: boolean): readonly Problem[] {
  const { problems } = useModel();
  return problems.filter((one) => startsWith(one.path, path) && (below || one.path.length === path.length));
}
