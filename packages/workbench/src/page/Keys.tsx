import { useEffect, useRef } from 'react';
import { useDocument } from '../document/use-document.ts';
import { screens } from '../screens/screens.ts';
import { useSession } from '../session/use-session.ts';
import { openPalette } from './palette-state.ts';

/** Opens the list of keys. */
export function openKeys(): void {
  const dialog = document.getElementById('keys');
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** The keys of the page, and the list of them that `?` opens. Where text is written only the editing keys count. */
export function Keys() {
  const { undo, redo } = useDocument();
  const { keeping } = useSession().now;
  const waiting = useRef(false);
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      // Where it was pressed, also inside an editor's shadow root.
      const [target] = event.composedPath();
      const writing =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        const key = event.key.toLowerCase();
        if (key === 'k') {
          event.preventDefault();
          openPalette();
        } else if (key === 's') {
          event.preventDefault();
          void keeping?.save();
        } else if (!writing && key === 'z') {
          event.preventDefault();
          if (event.shiftKey) redo();
          else undo();
        } else if (!writing && key === 'y') {
          event.preventDefault();
          redo();
        }
        return;
      }
      if (writing || event.altKey || event.defaultPrevented) return;
      if (waiting.current) {
        waiting.current = false;
        const screen = screens.find(({ key }) => key === event.key);
        if (screen) {
          event.preventDefault();
          location.hash = screen.id;
        }
        return;
      }
      if (event.key === 'g') waiting.current = true;
      else if (event.key === '?') openKeys();
    };
    addEventListener('keydown', heard);
    return () => removeEventListener('keydown', heard);
  }, [undo, redo, keeping]);
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl className="keys">
        {screens.map(({ id, key, title }) => (
          <div key={id}>
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>K</kbd>
          </dt>
          <dd>find a screen, a question, a statement, or something to do</dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Z</kbd>, <kbd>Ctrl</kbd> <kbd>Y</kbd>
          </dt>
          <dd>undo, redo</dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>S</kbd>
          </dt>
          <dd>save now</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>this list</dd>
        </div>
      </dl>
      <p>On a Mac ⌘ stands for Ctrl.</p>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
