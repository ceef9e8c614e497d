import { Suspense, useEffect, useRef } from 'react';
import { screens } from '../screens/screens.ts';
import { useSession } from '../session/use-session.ts';
import { usePlace } from '../view/use-place.ts';
import { Bar } from './Bar.tsx';
import { Boundary } from './Boundary.tsx';
import { Keys } from './Keys.tsx';
import { Names } from './Names.tsx';
import { Notice } from './Notice.tsx';
import { Palette } from './Palette.tsx';
import { Tour } from './Tour.tsx';

/** The frame: where one is, where one can go, and the screen. */
export function Page() {
  const { turn } = useSession().now;
  const [place, part] = usePlace();
  const screen = screens.find(({ id }) => id === place) ?? screens[0]!;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of screen moves the focus
  useEffect(() => {
    document.title = `${screen.title}: demarche`;
    if (first.current) first.current = false;
    else {
      main.current?.focus({ preventScroll: true });
      // A place on the screen finds itself; otherwise one begins on top.
      if (part === undefined) scrollTo({ top: 0, behavior: 'instant' });
    }
  }, [screen.id]);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: the part of the address after # names the screen, so the jump is made by hand */}
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        To the content
      </a>
      <Bar screen={screen.id} />
      <Notice />
      <main id="main" ref={main} tabIndex={-1} data-screen={screen.id}>
        <Boundary key={`${turn} ${screen.id}`}>
          <Suspense fallback={<p aria-busy="true">Loading …</p>}>
            <Names named={screen.named}>
              <screen.view />
            </Names>
          </Suspense>
        </Boundary>
      </main>
      <Tour />
      <Keys />
      <Palette />
    </>
  );
}
