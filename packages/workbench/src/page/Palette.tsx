import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useDocument } from '../document/use-document.ts';
import { download } from '../keep/file.ts';
import { useSession } from '../session/use-session.ts';
import { useBlind } from '../view/blind.ts';
import { useFound } from '../view/use-found.ts';
import { type Entry, entriesOf, matching } from './entries.ts';
import { openKeys } from './Keys.tsx';
import { usePalette } from './palette-state.ts';
import { applyTheme } from './theme.ts';
import { lookRound } from './tour-state.ts';

/** So many are listed; whoever wants others writes more. */
const most = 40;

/** One field that finds every screen, question, reading and statement, and whatever can be done. */
export function Palette() {
  const [open, close] = usePalette();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="palette" aria-label="Find" onClose={close}>
      {open && <Finder onDone={close} />}
    </dialog>
  );
}

function Finder({ onDone }: { readonly onDone: () => void }) {
  const found = useFound();
  const deeds = useDeeds();
  const [written, setWritten] = useState('');
  const [at, setAt] = useState(0);
  const entries = useMemo(() => entriesOf(found), [found]);
  const all = matching([...deeds, ...entries], written);
  const shown = all.slice(0, most);
  const chosen = Math.min(at, shown.length - 1);
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written changes which one is chosen
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, written]);
  const take = (entry: Entry | undefined) => {
    if (!entry) return;
    onDone();
    entry.go();
  };
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt((chosen + step + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(shown[chosen]);
    }
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the field is what the dialog is opened for
        autoFocus
        type="text"
        role="combobox"
        aria-label="Find a screen, a question, a reading, a statement, or something to do"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={shown.length > 0 ? `palette-${chosen}` : undefined}
        placeholder="Find a screen, a question, a statement, or something to do"
        value={written}
        onChange={(event) => {
          setWritten(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      {/* The focus stays in the field, which says which one is chosen. */}
      <div ref={list} id="palette-list" role="listbox" aria-label="Found">
        {shown.map((entry, k) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field takes the one that is chosen
          <div
            key={`${entry.kind} ${entry.words}`}
            id={`palette-${k}`}
            role="option"
            aria-selected={k === chosen}
            onClick={() => take(entry)}
          >
            <span className="kind">{entry.kind}</span>
            <span className="words">{entry.words}</span>
            {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
          </div>
        ))}
      </div>
      <p role="status" className="small">
        {all.length === 0
          ? 'Nothing of the kind.'
          : `${all.length} found${all.length > most ? `, the first ${most} listed` : ''}. Arrow keys choose, Enter takes, Escape leaves.`}
      </p>
    </>
  );
}

/** What can be done from anywhere. */
function useDeeds(): readonly Entry[] {
  const { now, undo, redo } = useDocument();
  const { keeping } = useSession().now;
  const [blind, setBlind] = useBlind();
  const deed = (words: string, go: () => void, keys?: string): Entry => ({
    kind: 'Do',
    words,
    go,
    ...(keys === undefined ? {} : { keys }),
  });
  return [
    ...(now.undo === undefined ? [] : [deed(`Undo: ${now.undo}`, undo, 'Ctrl Z')]),
    ...(now.redo === undefined ? [] : [deed(`Redo: ${now.redo}`, redo, 'Ctrl Y')]),
    ...(keeping ? [deed('Save now', () => void keeping.save(), 'Ctrl S')] : []),
    deed('Download the case', () => download('case.yaml', now.text)),
    deed(blind ? 'Show names' : 'Hide names: Party A, Party B, …', () => setBlind(!blind)),
    deed('Colours: light', () => applyTheme('light')),
    deed('Colours: dark', () => applyTheme('dark')),
    deed('Colours: as the system', () => applyTheme('system')),
    deed('Look round', lookRound),
    deed('List of keys', openKeys, '?'),
  ];
}
