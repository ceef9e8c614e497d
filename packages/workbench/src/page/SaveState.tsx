import { useDocument } from '../document/use-document.ts';
import { useKeepState, useSession } from '../session/use-session.ts';

const signs = { saved: '●', unsaved: '○', saving: '◌', clash: '▲', failed: '▲', draft: '▲' } as const;

/** Where the case is kept, and whether it is saved there. */
export function SaveState() {
  const { now: opened } = useSession();
  const { now } = useDocument();
  const state = useKeepState();
  const example = opened.kind === 'example';
  const words = {
    saved: `Saved in ${opened.name}`,
    unsaved: 'Not saved yet',
    saving: 'Saving …',
    clash: 'Changed elsewhere',
    failed: 'Not saved',
    draft: 'An unsaved draft is here',
  }[state.kind];
  return (
    <span className="state" role="status" data-keep={example ? 'example' : state.kind}>
      <span aria-hidden="true">{example ? '◇' : signs[state.kind]}</span>{' '}
      {example ? `${opened.name}; a change makes a copy in this browser` : words}
      {now.read.case === undefined && ', with errors'}
    </span>
  );
}
