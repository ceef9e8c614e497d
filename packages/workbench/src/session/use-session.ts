import { createContext, useContext, useSyncExternalStore } from 'react';
import type { KeepState } from '../keep/keeping.ts';
import type { Opened, Session } from './session.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session & { readonly now: Opened } {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen stands outside of the page');
  const now = useSyncExternalStore(session.subscribe, session.opened);
  return { ...session, now };
}

const example: KeepState = { kind: 'saved' };
const nothing = () => () => {};

/** How the open case stands to what is kept of it. */
export function useKeepState(): KeepState {
  const { keeping } = useSession().now;
  return useSyncExternalStore(keeping?.subscribe ?? nothing, keeping?.state ?? (() => example));
}
