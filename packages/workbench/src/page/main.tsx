import { text as talks, texts } from 'demarche:case/ukraine-talks-2025';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DocumentContext } from '../document/use-document.ts';
import { serverPlace } from '../keep/server.ts';
import { screens } from '../screens/screens.ts';
import { sessionOf } from '../session/session.ts';
import { SessionContext } from '../session/use-session.ts';
import { Page } from './Page.tsx';
import { applyTheme } from './theme.ts';
import './style.css';
import './frame.css';

applyTheme();
const session = sessionOf('An example: one news analysis of March 2025', talks, texts);
const place = await serverPlace();
if (place) await session.open(place);

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <SessionContext value={session}>
      <DocumentContext value={session.document}>
        <Page />
      </DocumentContext>
    </SessionContext>
  </StrictMode>,
);

// The other screens come when nothing else is to be done: the page goes on without its server.
const whenIdle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
whenIdle(() => {
  for (const screen of screens) void screen.fetch().catch(() => undefined);
});
