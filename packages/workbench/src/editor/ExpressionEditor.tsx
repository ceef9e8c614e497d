import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf, tooltips } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { completionOf, expressionLanguage, marksOf, type Offered } from './expression-language.ts';
import { useEditor } from './host.ts';
import { look } from './look.ts';
import { changesTo } from './sync.ts';

const fromOutside = Annotation.define<boolean>();

export type ExpressionEditorProps = {
  readonly label: string;
  readonly value: string;
  readonly names: readonly Offered[];
  readonly onChange: (text: string) => void;
  /** Enter, where no completion is open; with the text, which may be ahead of `value` by what was just typed. */
  readonly onDone?: ((text: string) => void) | undefined;
  readonly onCancel?: ((text: string) => void) | undefined;
  readonly onLeave?: (() => void) | undefined;
  readonly focused?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** With a history of its own, for a text that is in no file yet. */
  readonly draft?: boolean | undefined;
};

/** One expression of the case language on one line: colours, completion, mistakes underlined where they are. */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const latest = useRef(props);
  const sent = useRef<string[]>([]);
  latest.current = props;
  const mark = (view: EditorView) => {
    const ids = latest.current.names.map(({ id }) => id);
    view.dispatch(setDiagnostics(view.state, marksOf(view.state.doc.toString(), ids)));
  };
  const { host, view } = useEditor(
    () => ({
      doc: oneLine(props.value),
      extensions: [
        Prec.high(
          keymap.of([
            { key: 'Tab', run: (at) => completionStatus(at.state) === 'active' && acceptCompletion(at) },
            {
              key: 'Enter',
              run: (at) => {
                latest.current.onDone?.(at.state.doc.toString());
                return true;
              },
            },
            {
              key: 'Escape',
              run: (at) => {
                // A completion that is only being looked for is nothing that anybody sees.
                if (completionStatus(at.state) === 'active') return closeCompletion(at);
                latest.current.onCancel?.(at.state.doc.toString());
                return latest.current.onCancel !== undefined;
              },
            },
          ]),
        ),
        Prec.highest(keymap.of(completionKeymap.filter(({ key }) => key !== 'Escape'))),
        keymap.of([...standardKeymap, ...lintKeymap, ...(props.draft ? historyKeymap : [])]),
        props.draft ? history() : [],
        autocompletion({
          override: [completionOf(() => latest.current.names)],
          icons: false,
          interactionDelay: 0,
          defaultKeymap: false,
        }),
        tooltips({ position: 'absolute' }),
        expressionLanguage,
        look,
        EditorView.lineWrapping,
        EditorView.clipboardInputFilter.of(oneLine),
        EditorState.transactionFilter.of((tr) => (tr.newDoc.lines > 1 ? [] : tr)),
        EditorView.contentAttributes.of({
          'aria-label': props.label,
          'aria-multiline': 'false',
          tabindex: '0',
        }),
        props.placeholder ? placeholderOf(props.placeholder) : [],
        EditorView.domEventHandlers({
          blur: () => {
            if (view.current) latest.current.onLeave?.();
          },
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          mark(update.view);
          if (update.transactions.some((tr) => tr.annotation(fromOutside))) return;
          const text = update.state.doc.toString();
          sent.current.push(text);
          latest.current.onChange(text);
        }),
      ],
    }),
    (made) => {
      mark(made);
      if (latest.current.focused) {
        made.focus();
        made.dispatch({ selection: { anchor: made.state.doc.length } });
      }
    },
  );
  useEffect(() => {
    if (!view.current) return;
    // What was typed here comes back later, perhaps when more has been typed: that is no change from outside.
    const back = sent.current.lastIndexOf(props.value);
    if (back >= 0) {
      sent.current.splice(0, back + 1);
      return;
    }
    sent.current = [];
    const changes = changesTo(view.current.state.doc, oneLine(props.value));
    if (changes.length > 0) view.current.dispatch({ changes, annotations: fromOutside.of(true) });
  }, [props.value, view]);
  return <div className="expression-editor" ref={host} />;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
