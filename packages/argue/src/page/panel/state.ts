import type { Combination } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { blindCase } from '@demarche/report/words';
import { asWritten, textOf, type Version } from '../version/version.ts';

/** What a reader looks at: a version of the case, one combination in it, and whether names are shown. */
export type View = {
  readonly version: Version;
  readonly at: Combination;
  readonly blind: boolean;
  /** Whose report stands below. */
  readonly report: 'author' | 'yours';
};

export type State = {
  readonly view: () => View;
  /** The case as its author wrote it. */
  readonly found: Case;
  /** The same as it is named on the page. */
  readonly shown: () => Case;
  /** The file as the author wrote it. */
  readonly originalText: string;
  /** The file of the version. */
  readonly text: () => string;
  readonly set: (change: Partial<View>) => void;
  readonly subscribe: (changed: (now: View, before: View) => void) => void;
};

export function stateOf(text: string, found: Case, start: Combination): State {
  let view: View = { version: asWritten, at: start, blind: false, report: 'author' };
  let hidden: Case | undefined;
  let written: { readonly of: Version; readonly text: string } = { of: asWritten, text };
  const listeners: ((now: View, before: View) => void)[] = [];
  return {
    view: () => view,
    found,
    originalText: text,
    shown: () => {
      if (!view.blind) return found;
      hidden ??= blindCase(found).case;
      return hidden;
    },
    text: () => {
      if (written.of !== view.version)
        written = { of: view.version, text: textOf(text, found, view.version) };
      return written.text;
    },
    set: (change) => {
      const before = view;
      view = { ...view, ...change };
      for (const changed of listeners) changed(view, before);
    },
    subscribe: (changed) => {
      listeners.push(changed);
    },
  };
}
