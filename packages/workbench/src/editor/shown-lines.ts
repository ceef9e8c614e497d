import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** Which lines are what a form is about; undefined where none are. */
export const showLines = StateEffect.define<{ readonly from: number; readonly to: number } | undefined>();

const mark = Decoration.line({ class: 'cm-shown-line' });

/** Lines with a quiet bar beside them; they move with the text. */
export const shownLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, tr) {
    let now = shown.map(tr.changes);
    for (const effect of tr.effects) {
      if (!effect.is(showLines)) continue;
      const starts: number[] = [];
      if (effect.value)
        for (let at = effect.value.from; at <= effect.value.to; ) {
          const line = tr.state.doc.lineAt(at);
          starts.push(line.from);
          at = line.to + 1;
        }
      now = Decoration.set(starts.map((from) => mark.range(from)));
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
