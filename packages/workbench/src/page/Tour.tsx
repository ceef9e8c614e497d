import { useSession } from '../session/use-session.ts';
import { isAskedFor, useTour } from './tour-state.ts';

const stops: readonly { readonly place: string; readonly words: string }[] = [
  {
    place: 'answers',
    words:
      'Answers first: each question, and under which readings it comes out how. Nothing here is a forecast; it is what follows from stated readings.',
  },
  {
    place: 'map',
    words: 'The map shows where things stand, who would move from there, and where it can come to rest.',
  },
  {
    place: 'source',
    words:
      'Every judgement points back to passages of a source. Where the text may not be passed on, its place is kept.',
  },
  {
    place: 'model',
    words: 'In the model you change what each could do and what each wants. Answers follow as you type.',
  },
  {
    place: 'evidence',
    words: 'The evidence weighs the readings of one party; leave an item out and see what flips.',
  },
];

/** A short look round for whoever is here for the first time; it can be left at any time and does not come back by itself. */
export function Tour() {
  const { kind } = useSession().now;
  const [at, setAt] = useTour();
  if (at === undefined || (kind !== 'example' && !isAskedFor())) return null;
  const leave = () => setAt(undefined);
  const go = (to: number) => {
    setAt(to);
    location.hash = stops[to]!.place;
  };
  return (
    <aside className="tour" aria-label="A look round">
      <p>{stops[at]!.words}</p>
      <p>
        {at > 0 && (
          <button type="button" onClick={() => go(at - 1)}>
            Back
          </button>
        )}{' '}
        {at < stops.length - 1 ? (
          <button type="button" onClick={() => go(at + 1)}>
            On ({at + 1} of {stops.length})
          </button>
        ) : (
          <button
            type="button"
            onClick={() => {
              leave();
              location.hash = 'start';
            }}
          >
            Start from your own text
          </button>
        )}{' '}
        <button type="button" className="link" onClick={leave}>
          Leave the look round
        </button>
      </p>
    </aside>
  );
}
