import { useDocument } from '../document/use-document.ts';
import { chooseNewFile, download, filesInPlace } from '../keep/file.ts';
import { useKeepState, useSession } from '../session/use-session.ts';

/** Where the case is kept, whether it is saved there, and how to have it elsewhere. */
export function SaveState() {
  const { now: opened, open } = useSession();
  const { now } = useDocument();
  const state = useKeepState();
  const words = {
    saved: `saved in ${opened.name}`,
    unsaved: 'not saved yet',
    saving: 'saving …',
    clash: 'changed elsewhere',
    failed: 'not saved',
    draft: 'an unsaved draft is here',
  }[state.kind];
  return (
    <span className="small">
      <span role="status" data-keep={opened.kind === 'example' ? 'example' : state.kind}>
        {opened.kind === 'example' ? `${opened.name}; a change makes a copy in this browser` : words}
        {now.read.case === undefined && ', with errors'}
      </span>{' '}
      {filesInPlace && (
        <button
          type="button"
          className="link"
          onClick={() => void chooseNewFile(now.text).then((place) => place && open(place))}
        >
          Save as file
        </button>
      )}{' '}
      <button type="button" className="link" onClick={() => download('case.yaml', now.text)}>
        Download
      </button>
    </span>
  );
}
