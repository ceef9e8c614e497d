import { useDocument } from '../document/use-document.ts';
import { screens } from '../screens/screens.ts';
import { SaveState } from './SaveState.tsx';
import { ThemePicker } from './ThemePicker.tsx';

/** The line on top: the case, whether it is saved, undo and redo, and the screens. */
export function Bar({ screen }: { readonly screen: string }) {
  const { now, undo, redo } = useDocument();
  const title = now.sound.case?.title ?? now.read.case?.title ?? 'A case with errors';
  return (
    <header className="bar">
      <a className="name" href="#start" aria-current={screen === 'start' ? 'page' : undefined}>
        demarche
      </a>
      <div className="case">
        <strong title={title}>{title}</strong>
        <SaveState />
      </div>
      <div className="history">
        <button
          type="button"
          disabled={now.undo === undefined}
          onClick={undo}
          title={now.undo === undefined ? 'Nothing to undo' : `Undo: ${now.undo}`}
          aria-label={now.undo === undefined ? 'Undo' : `Undo: ${now.undo}`}
        >
          ↶
        </button>
        <button
          type="button"
          disabled={now.redo === undefined}
          onClick={redo}
          title={now.redo === undefined ? 'Nothing to redo' : `Redo: ${now.redo}`}
          aria-label={now.redo === undefined ? 'Redo' : `Redo: ${now.redo}`}
        >
          ↷
        </button>
        <ThemePicker />
      </div>
      <nav aria-label="Screens">
        {screens
          .filter(({ id }) => id !== 'start')
          .map(({ id, title: label }) => (
            <a key={id} href={`#${id}`} aria-current={id === screen ? 'page' : undefined}>
              {label}
            </a>
          ))}
      </nav>
    </header>
  );
}
