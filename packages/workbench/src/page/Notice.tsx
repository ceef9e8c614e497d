import { useDocument } from '../document/use-document.ts';
import { download } from '../keep/file.ts';
import { useKeepState, useSession } from '../session/use-session.ts';

/** What a person has to decide before anything is lost: a clash, a draft, a saving that failed. */
export function Notice() {
  const { keeping } = useSession().now;
  const { now } = useDocument();
  const state = useKeepState();
  if (!keeping) return null;
  if (state.kind === 'clash')
    return (
      <section className="notice" role="alert" aria-label="Changed elsewhere">
        <p>
          <strong>{keeping.place.name} was changed elsewhere,</strong> and both changes touch the same lines.
          Nothing was written over. Which one goes on? Undo brings the other one back.
        </p>
        <p>
          <button type="button" onClick={() => void keeping.settle('mine')}>
            Mine, as on the screen
          </button>{' '}
          <button type="button" onClick={() => void keeping.settle('theirs')}>
            The one written elsewhere
          </button>{' '}
          <button type="button" onClick={() => download('case-mine.yaml', now.text)}>
            Download mine
          </button>{' '}
          <button type="button" onClick={() => download('case-theirs.yaml', state.theirs.text)}>
            Download the other
          </button>
        </p>
      </section>
    );
  if (state.kind === 'draft')
    return (
      <section className="notice" role="alert" aria-label="An unsaved draft">
        <p>
          <strong>This browser has a draft of this case that was never saved,</strong> of{' '}
          {new Date(state.draft.at).toLocaleString()}.
        </p>
        <p>
          <button type="button" onClick={() => void keeping.settle('mine')}>
            Go on with the draft
          </button>{' '}
          <button type="button" onClick={() => void keeping.settle('theirs')}>
            Leave it
          </button>{' '}
          <button type="button" onClick={() => download('case-draft.yaml', state.draft.text)}>
            Download it
          </button>
        </p>
      </section>
    );
  if (state.kind === 'failed')
    return (
      <section className="notice" role="alert" aria-label="Not saved">
        <p>
          <strong>Not saved: {state.message}.</strong> What you wrote is in a draft in this browser, and
          saving is tried again.
        </p>
        <p>
          <button type="button" onClick={() => void keeping.save()}>
            Try now
          </button>{' '}
          <button type="button" onClick={() => download('case.yaml', now.text)}>
            Download it
          </button>
        </p>
      </section>
    );
  return null;
}
