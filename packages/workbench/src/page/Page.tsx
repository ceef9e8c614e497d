import { Suspense, useSyncExternalStore } from 'react';
import { screens } from '../screens/screens.ts';

/** The frame: where one is, where one can go, and the screen. */
export function Page() {
  const place = useSyncExternalStore(subscribe, () => location.hash.slice(1).split('/')[0]);
  const screen = screens.find(({ id }) => id === place) ?? screens[0]!;
  return (
    <>
      <a className="skip" href="#main">
        To the content
      </a>
      <header className="bar">
        <span className="name">demarche</span>
        <nav aria-label="Screens">
          {screens.map(({ id, title }) => (
            <a key={id} href={`#${id}`} aria-current={id === screen.id ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<p>Loading …</p>}>
          <screen.view />
        </Suspense>
      </main>
    </>
  );
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
