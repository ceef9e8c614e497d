import { useSyncExternalStore } from 'react';
import { useDocument } from '../document/use-document.ts';
import { interviewing } from '../screens/interview/interviewing.ts';
import { screens } from '../screens/screens.ts';
import { useSession } from '../session/use-session.ts';
import { useFound } from '../view/use-found.ts';
import { Menu } from './Menu.tsx';
import { openPalette } from './palette-state.ts';
import { SaveState } from './SaveState.tsx';

/** The line on top: the case, whether it is saved, undo and redo with what they take back, and the screens. */
export function Bar({ screen }: { readonly screen: string }) {
  const asking = useSyncExternalStore(interviewing.subscribe, interviewing.now) !== undefined;
  const { now, undo, redo } = useDocument();
  const { now: opened } = useSession();
  const title = useFound()?.title ?? now.read.case?.title ?? 'A case with errors';
  return (
    <header className="bar">
      <div className="top">
        <a
          className="name"
          href="#start"
          aria-current={screen === 'start' ? 'page' : undefined}
          title="Start: examples, templates, your own text"
        >
          demarche
        </a>
        <div className="case">
          <strong title={title}>{title}</strong>
          <SaveState />
        </div>
        <div className="tools">
          {opened.kind === 'example' && screen !== 'start' && (
            <a className="own" href="#start">
              Start your own
            </a>
          )}
          <Step word="Undo" sign="↶" what={now.undo} go={undo} />
          <Step word="Redo" sign="↷" what={now.redo} go={redo} />
          <button type="button" className="find" onClick={openPalette} aria-keyshortcuts="Control+K">
            Find <kbd>Ctrl K</kbd>
          </button>
          <Menu />
        </div>
      </div>
      <nav aria-label="Screens">
        {screens
          .filter(({ id }) => id !== 'start' && (id !== 'interview' || asking))
          .map(({ id, title: label, key }) => (
            <a key={id} href={`#${id}`} aria-current={id === screen ? 'page' : undefined} title={`g ${key}`}>
              {label}
            </a>
          ))}
      </nav>
    </header>
  );
}

function Step({
  word,
  sign,
  what,
  go,
}: {
  readonly word: string;
  readonly sign: string;
  /** What the step takes back or does again; undefined where there is none. */
  readonly what: string | undefined;
  readonly go: () => void;
}) {
  return (
    <button
      type="button"
      className="step"
      disabled={what === undefined}
      onClick={go}
      title={what === undefined ? `Nothing to ${word.toLowerCase()}` : `${word}: ${what}`}
      aria-label={what === undefined ? word : `${word}: ${what}`}
    >
      <span aria-hidden="true">{sign}</span>
      {what !== undefined && (
        <span className="what" aria-hidden="true">
          {what}
        </span>
      )}
    </button>
  );
}
