import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

export function openPalette(): void {
  set(true);
}

/** Whether the list to find things in is open, and how to close it. */
export function usePalette(): readonly [boolean, () => void] {
  return [useSyncExternalStore(subscribe, () => open), close];
}

function close(): void {
  set(false);
}

function set(to: boolean): void {
  open = to;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
