import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * An editor inside a shadow root of its own: its style sheets are then adopted by that root, where a strict Content-Security-Policy
 * lets them stand, which it would not as style elements of the page.
 */
export function useEditor(
  start: () => { readonly doc: string; readonly extensions: Extension },
  ready?: (view: EditorView) => void,
): { readonly host: RefObject<HTMLDivElement | null>; readonly view: RefObject<EditorView | null> } {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const begin = useRef({ start, ready });
  useEffect(() => {
    const shadow = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    const parent = document.createElement('div');
    parent.style.height = '100%';
    shadow.append(parent);
    const made = new EditorView({ ...begin.current.start(), parent, root: shadow });
    view.current = made;
    begin.current.ready?.(made);
    return () => {
      // First, so that losing the focus by going is not taken for leaving.
      view.current = null;
      made.destroy();
      parent.remove();
    };
  }, []);
  return { host, view };
}
