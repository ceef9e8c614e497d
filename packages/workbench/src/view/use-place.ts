import { useSyncExternalStore } from 'react';

/** The parts of the address after `#`: the screen, and what is open on it. */
export function usePlace(): readonly string[] {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return hash
    .slice(1)
    .split('/')
    .map((part) => decodeURIComponent(part));
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
