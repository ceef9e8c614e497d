import { useRef } from 'react';

let sessions = 0;

/** A name for the edits of one visit to a field, so that typing is one step of the history; `begin` on focus. */
export function useSession(): { readonly begin: () => void; readonly name: () => string } {
  const own = useRef(0);
  return {
    begin: () => {
      own.current = ++sessions;
    },
    name: () => `field ${own.current}`,
  };
}
