import type { Path } from '@demarche/case';
import { useRef, useState } from 'react';
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { ExpressionText } from '../../../editor/ExpressionText.tsx';
import { expressionWords } from '../../../editor/words.ts';
import { addPriority, movePriority, removePriority } from '../edits/priorities.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { wordsIn } from '../fields/ExpressionField.tsx';
import { GroundsMark } from '../fields/Grounds.tsx';
import { type PriorityLine, prioritiesOf } from '../outline/lines.ts';
import { startsWith } from '../outline/tree.ts';
import { useModel } from '../use-model.ts';
import { Priority } from './Priority.tsx';
import './pressable.ts';

/** The lines of `prefers` (or the classes of `ranking`) in order, moved by dragging or keys; the one picked is open below. */
export function Priorities({ list, of }: { readonly list: Path; readonly of: string }) {
  const { tree, names, edit, problems, unreadable } = useModel();
  const lines = prioritiesOf(tree, list);
  const [picked, setPicked] = useState<number>();
  const [focusEditor, setFocusEditor] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const open = picked !== undefined && picked < lines.length ? picked : undefined;
  const keys = keysOf(lines);
  const say = wordsIn(names);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= lines.length || from === to) return;
    edit(`move a priority of ${of}`, movePriority(list, from, to));
    setPicked(to);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (dragged) => [...dragged].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys: dragged, target }) => {
      const from = keys.indexOf(String([...dragged][0]));
      const at = keys.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      move(from, from < at ? at - 1 : at);
    },
  });
  const rowOf = (target: EventTarget): number => {
    const row = (target as HTMLElement).closest('[role=row]');
    return row ? [...grid.current!.querySelectorAll('[role=row]')].indexOf(row) : -1;
  };
  return (
    <div className="m-priorities">
      <div
        ref={grid}
        onKeyDownCapture={(event) => {
          const at = rowOf(event.target);
          if (at < 0 || unreadable) return;
          const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
          if (event.altKey && step !== 0) move(at, at + step);
          else if (event.key === 'Delete' && lines.length > 1)
            edit(
              `remove a priority of ${of}`,
              [...lines[at]!.parts.keys()].length > 1
                ? [{ kind: 'remove', path: lines[at]!.path }]
                : removePriority(tree, lines[at]!, 0),
            );
          else if (
            event.key === 'F2' ||
            (event.key === 'Enter' && (event.target as HTMLElement).role === 'row')
          ) {
            setPicked(at);
            setFocusEditor((n) => n + 1);
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <GridList
          aria-label={`Priorities of ${of}, the most important first`}
          className="m-lines"
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={open === undefined ? [] : [keys[open]!]}
          onSelectionChange={(chosen) => {
            const [key] = [...(chosen as ReadonlySet<string>)];
            if (key !== undefined) setPicked(keys.indexOf(key));
          }}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <p className="m-soft">Nothing yet. What does it want most?</p>}
        >
          {lines.map((line, k) => {
            const wrong = problems.some(
              (one) => one.diagnostic.severity === 'error' && startsWith(one.path, line.path),
            );
            return (
              <GridListItem
                key={keys[k]}
                id={keys[k]!}
                textValue={line.parts.map(({ text }) => text).join(', ')}
                className="m-line"
                data-path={JSON.stringify(line.path)}
              >
                <Button slot="drag" className="m-handle" aria-label={`Move line ${k + 1}`}>
                  ⠿
                </Button>
                <span className="m-rank">{k + 1}</span>
                <div className="m-parts-of-line">
                  {line.parts.length > 1 && <span className="m-tie">equally important</span>}
                  {line.parts.map((part) => (
                    <div key={JSON.stringify(part.at)} className="m-part-of-line">
                      <ExpressionText text={part.text} />
                      <GroundsMark because={part.because} />
                      <span className="m-words">{expressionWords(part.text, say)}</span>
                    </div>
                  ))}
                  {wrong && <span className="m-wrong">Error: open it to see what is wrong</span>}
                </div>
              </GridListItem>
            );
          })}
        </GridList>
      </div>
      {open !== undefined && (
        <Priority
          key={`${open} ${lines[open]!.parts.length}`}
          list={list}
          at={open}
          count={lines.length}
          line={lines[open]!}
          of={of}
          focus={focusEditor}
          onMove={(to) => move(open, to)}
          onClose={() => {
            setPicked(undefined);
            (grid.current?.querySelectorAll('[role=row]')[open] as HTMLElement | undefined)?.focus();
          }}
          onBack={() =>
            (grid.current?.querySelectorAll('[role=row]')[open] as HTMLElement | undefined)?.focus()
          }
        />
      )}
      <AddForm
        title={`Add to ${of}`}
        expression={
          lines.length === 0
            ? 'What it wants most'
            : open === undefined
              ? 'Next priority'
              : `Priority below line ${open + 1}`
        }
        example="not"
        onAdd={(_, expression) => {
          edit(`add a priority to ${of}`, addPriority(tree, list, expression, open));
          if (open !== undefined) setPicked(open + 1);
        }}
      />
    </div>
  );
}

/** A key for each line that goes with it when it moves: what it says, numbered where lines say the same. */
function keysOf(lines: readonly PriorityLine[]): readonly string[] {
  const seen = new Map<string, number>();
  return lines.map(({ parts }) => {
    const text = parts.map((part) => part.text).join(' | ');
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return `${text} #${before}`;
  });
}
