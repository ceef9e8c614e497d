import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type StateEffect } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import type { Diagnostic } from '@demarche/case';
import { useEffect, useRef } from 'react';
import { hintOf } from '../view/hint.ts';
import type { Offered } from './expression-language.ts';
import { useEditor } from './host.ts';
import { look } from './look.ts';
import { rangeIn } from './range.ts';
import { showLines, shownLines } from './shown-lines.ts';
import { changesTo, inEditor, inFile } from './sync.ts';
import { yamlCompletion } from './yaml-completion.ts';

const fromOutside = Annotation.define<boolean>();

export type YamlEditorProps = {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly names: readonly Offered[];
  /** The whole text after an edit. `run` stays the same while somebody types on at one place. */
  readonly onChange: (text: string, run: number) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** A place to go to; a new object goes there again. */
  readonly goTo?: { readonly range: Diagnostic['range'] } | undefined;
  /** What a form is about: its lines are brought into view and marked, cursor and focus stay where they are. */
  readonly beside?: Diagnostic['range'] | undefined;
};

/** A key that does something and nothing else. */
function doing(what: () => void): () => boolean {
  return () => {
    what();
    return true;
  };
}

/** The file itself. Its history is the document's, so that forms and text undo each other's steps in order. */
export function YamlEditor(props: YamlEditorProps) {
  const latest = useRef(props);
  latest.current = props;
  /** What the document holds, as far as the editor knows: the editor's own text has other line breaks. */
  const known = useRef(props.text);
  const run = useRef(0);
  const { host, view } = useEditor(() => {
    known.current = latest.current.text;
    return {
      doc: inEditor(latest.current.text),
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        bracketMatching(),
        highlightSelectionMatches(),
        search({ top: true }),
        yaml(),
        indentUnit.of('  '),
        look,
        shownLines,
        autocompletion({ override: [yamlCompletion(() => latest.current.names)], icons: false }),
        tooltips({ position: 'absolute' }),
        keymap.of([
          { key: 'Mod-z', run: doing(() => latest.current.onUndo()), stopPropagation: true },
          { key: 'Mod-y', run: doing(() => latest.current.onRedo()), stopPropagation: true },
          { key: 'Mod-Shift-z', run: doing(() => latest.current.onRedo()), stopPropagation: true },
          ...completionKeymap,
          ...searchKeymap,
          ...lintKeymap,
          ...foldKeymap,
          ...defaultKeymap,
          indentWithTab,
        ]),
        EditorState.allowMultipleSelections.of(true),
        EditorView.contentAttributes.of({ 'aria-label': 'The case file as YAML', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          const own = update.transactions.filter((tr) => !tr.annotation(fromOutside));
          if (!update.docChanged) {
            // Going elsewhere begins another step of the history.
            if (own.some((tr) => tr.selection)) run.current++;
            return;
          }
          if (own.length === 0) return;
          const text = inFile(known.current, update.changes, update.state.doc);
          known.current = text;
          latest.current.onChange(text, run.current);
        }),
      ],
    };
  });
  const { text, diagnostics, goTo, beside } = props;
  useEffect(() => {
    const at = view.current;
    if (!at) return;
    if (text !== known.current) {
      known.current = text;
      run.current++;
      const changes = changesTo(at.state.doc, text);
      if (changes.length > 0) at.dispatch({ changes, annotations: fromOutside.of(true) });
    }
    const marks = diagnostics.map(
      (one): Mark => ({
        ...rangeIn(at.state.doc, one.range),
        severity: one.severity,
        source: one.code,
        message: [one.message, hintOf(one)].filter(Boolean).join('\n'),
      }),
    );
    at.dispatch(setDiagnostics(at.state, marks));
  }, [text, diagnostics, view]);
  useEffect(() => {
    if (!goTo || !view.current) return;
    const { from, to } = rangeIn(view.current.state.doc, goTo.range);
    view.current.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    view.current.focus();
  }, [goTo, view]);
  useEffect(() => {
    const at = view.current;
    if (!at) return;
    const lines = beside && rangeIn(at.state.doc, beside);
    const effects: StateEffect<unknown>[] = [showLines.of(lines)];
    if (lines && !at.hasFocus) effects.push(EditorView.scrollIntoView(lines.from, { y: 'center' }));
    at.dispatch({ effects });
  }, [beside, view]);
  return <div className="yaml-editor" ref={host} />;
}
