import { useSyncExternalStore } from 'react';

const key = 'demarche looked round';
let at: number | undefined = looked() ? undefined : 0;
/** Asked for by the person, so that it is shown whatever is open. */
let asked = false;
const listeners = new Set<() => void>();

/** Which stop of the look round is shown; undefined where nobody looks round. */
export function useTour(): readonly [number | undefined, (to: number | undefined) => void] {
  return [
    useSyncExternalStore(
      (changed) => {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
      () => at,
    ),
    go,
  ];
}

/** Begins the look round once more. */
export function lookRound(): void {
  asked = true;
  go(0);
}

export function isAskedFor(): boolean {
  return asked;
}

function go(to: number | undefined): void {
  at = to;
  if (to === undefined)
    try {
      localStorage.setItem(key, 'yes');
    } catch {
      // Without storage it is offered again next time.
    }
  for (const changed of listeners) changed();
}

function looked(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}
