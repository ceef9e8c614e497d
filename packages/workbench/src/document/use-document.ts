import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Document, Snapshot } from './document.ts';

export const DocumentContext = createContext<Document | undefined>(undefined);

/** The open case: its present state, and what can be done to it. */
export function useDocument(): Document & { readonly now: Snapshot } {
  const document = useContext(DocumentContext);
  if (!document) throw new Error('a screen stands outside of the page');
  const now = useSyncExternalStore(document.subscribe, document.snapshot);
  return { ...document, now };
}
