import { EditorState, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeIn } from '../../src/editor/range.ts';
import { changesTo, inEditor, inFile } from '../../src/editor/sync.ts';

const text = fc
  .array(fc.constantFrom('a', 'b: c', '# x', '', '  - 😀', 'é', '\n', '\r\n', '\r'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('file and editor', () => {
  it('an edit in the editor changes in the file what was edited and no other line break', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', 'x', 'one\ntwo', '\n'),
        (file, a, b, insert) => {
          const shown = inEditor(file);
          const [from, to] = [a % (shown.length + 1), b % (shown.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const state = EditorState.create({ doc: shown });
          const { changes, state: after } = state.update({ changes: { from, to, insert } });
          const made = inFile(file, changes, after.doc);
          expect(inEditor(made)).toBe(after.doc.toString());
          if (/\r[^\n]|\r$/.test(file)) return;
          // Both ends are the file's own bytes.
          expect(made.startsWith(file.slice(0, fileOffset(file, from)))).toBe(true);
          expect(made.endsWith(file.slice(fileOffset(file, to)))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('several edits at once', () => {
    const file = 'a\r\nb\r\nc\r\n';
    const { changes, state } = EditorState.create({ doc: inEditor(file) }).update({
      changes: [
        { from: 0, insert: 'x\n' },
        { from: 4, to: 5, insert: 'C' },
      ],
    });
    expect(inFile(file, changes, state.doc)).toBe('x\r\na\r\nb\r\nC\r\n');
  });

  it('a text from outside arrives whole, and lines that are the same are not touched', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const state = EditorState.create({ doc: inEditor(before) });
        const made = state.update({ changes: [...changesTo(state.doc, after)] }).state.doc.toString();
        expect(made).toBe(inEditor(after));
      }),
      { numRuns: 400 },
    );
  });

  it('a cursor below and above an edit stays in its line, also where many lines change', () => {
    const before = Array.from({ length: 40 }, (_, k) => `line ${k}`).join('\n');
    const state = EditorState.create({ doc: before });
    const renamed = before.replaceAll('line 1', 'row 1');
    const { changes } = state.update({ changes: [...changesTo(state.doc, renamed)] });
    const at = before.indexOf('line 15') + 5;
    expect(changes.mapPos(at)).toBe(renamed.indexOf('row 15') + 4);
    const longer = before.replace('line 20', 'line 20\nnew');
    const more = state.update({ changes: [...changesTo(state.doc, longer)] }).changes;
    expect(more.mapPos(before.indexOf('line 30'))).toBe(longer.indexOf('line 30'));
    expect(more.mapPos(before.indexOf('line 3'))).toBe(before.indexOf('line 3'));
  });
});

describe('places of diagnostics', () => {
  const doc = Text.of(['a: "😀😀x"', '', 'end']);
  const at = (line: number, column: number, endLine: number, endColumn: number) =>
    rangeIn(doc, { line, column, endLine, endColumn });

  it('count code points in columns and UTF-16 units in the editor', () => {
    expect(at(1, 5, 1, 8)).toEqual({ from: 4, to: 9 });
    expect(doc.sliceString(4, 9)).toBe('😀😀x');
  });

  it('are at least one character wide where the line has one', () => {
    expect(at(3, 1, 3, 1)).toEqual({ from: 12, to: 13 });
    expect(at(3, 4, 3, 4)).toEqual({ from: 14, to: 15 });
    expect(at(2, 1, 2, 1)).toEqual({ from: 11, to: 11 });
  });

  it('beyond the end are at the end', () => {
    expect(at(9, 9, 9, 9)).toEqual({ from: 14, to: 15 });
  });
});

function fileOffset(file: string, editor: number): number {
  let at = 0;
  for (let k = 0; k < editor; k++) at += file.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
