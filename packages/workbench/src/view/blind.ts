import { useSyncExternalStore } from 'react';

let blind = false;
const listeners = new Set<() => void>();

/** Whether names are hidden, so that nobody reads an answer by whose side it is on. Until the page is closed. */
export function useBlind(): readonly [boolean, (to: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => blind), setBlind];
}

function setBlind(to: boolean): void {
  blind = to;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
