import type { ReactNode } from 'react';
import { useBlind } from '../view/blind.ts';

/** Keeps a screen that needs the names of the case closed while they are hidden, until a person says otherwise. */
export function Names({ named, children }: { readonly named: boolean; readonly children: ReactNode }) {
  const [blind, setBlind] = useBlind();
  if (!named || !blind) return children;
  return (
    <section>
      <h1>Names are hidden</h1>
      <p>This screen shows the case as it is written, with every name in it.</p>
      <button type="button" onClick={() => setBlind(false)}>
        Show names
      </button>
    </section>
  );
}
