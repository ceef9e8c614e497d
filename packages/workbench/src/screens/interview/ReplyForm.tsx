import type { Choice, Question, Reply } from '@demarche/source';
import { type FormEvent, useId, useState } from 'react';
import { wordsAt } from './Interview.tsx';
import { WishList } from './WishList.tsx';

type Props = {
  readonly question: Question;
  readonly source: string;
  readonly onReply: (reply: Reply) => void;
};

/** The form that a question asks for, with what it proposes filled in. */
export function ReplyForm({ question, source, onReply }: Props) {
  const [reply, setReply] = useState<Reply>(question.default);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReply(reply);
  };
  if (question.kind === 'yes-no')
    return (
      <p className="reply">
        {([true, false] as const).map((value) => (
          <button key={String(value)} type="button" onClick={() => onReply(value)}>
            {value ? 'Yes' : 'No'}
            {question.default === value && <span className="small"> (proposed)</span>}
          </button>
        ))}
      </p>
    );
  return (
    <form className="reply" onSubmit={submit}>
      {question.kind === 'text' && (
        <input
          aria-label={question.ask}
          value={reply as string}
          onChange={(event) => setReply(event.target.value)}
        />
      )}
      {question.kind === 'lines' && (
        <Lines
          ask={question.ask}
          most={question.most}
          lines={reply as readonly string[]}
          onLines={setReply}
        />
      )}
      {question.kind === 'each' && (
        <Each of={question.of} source={source} said={reply as readonly string[]} onSaid={setReply} />
      )}
      {question.kind === 'pick' && (
        <Pick
          question={question}
          source={source}
          picked={reply as Picked}
          onPicked={(next) => setReply(next)}
        />
      )}
      {question.kind === 'order' && (
        <WishList
          choices={question.choices}
          most={question.most}
          wishes={reply as Extract<Question, { kind: 'order' }>['default']}
          onWishes={setReply}
        />
      )}
      <button type="submit">Go on</button>
    </form>
  );
}

type Picked = { readonly picked: readonly string[]; readonly own: readonly string[] };

function Lines({
  ask,
  most,
  lines,
  onLines,
}: {
  readonly ask: string;
  readonly most: number;
  readonly lines: readonly string[];
  readonly onLines: (lines: readonly string[]) => void;
}) {
  const [text, setText] = useState(lines.join('\n'));
  return (
    <label>
      One on each line, at most {most}
      <textarea
        rows={4}
        aria-label={`${ask} One on each line`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onLines(
            event.target.value
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          );
        }}
      />
    </label>
  );
}

function Each({
  of,
  source,
  said,
  onSaid,
}: {
  readonly of: readonly Choice[];
  readonly source: string;
  readonly said: readonly string[];
  readonly onSaid: (said: readonly string[]) => void;
}) {
  return (
    <>
      {of.map((choice, k) => (
        <label key={choice.id}>
          <Named choice={choice} source={source} />
          <input
            value={said[k] ?? ''}
            onChange={(event) =>
              onSaid(of.map((_, at) => (at === k ? event.target.value : (said[at] ?? ''))))
            }
          />
        </label>
      ))}
    </>
  );
}

function Pick({
  question,
  source,
  picked,
  onPicked,
}: {
  readonly question: Extract<Question, { kind: 'pick' }>;
  readonly source: string;
  readonly picked: Picked;
  readonly onPicked: (picked: Picked) => void;
}) {
  const own = useId();
  const one = question.most === 1 && !question.own;
  return (
    <fieldset>
      <legend className="hidden">{question.ask}</legend>
      {question.choices.map((choice) => (
        <label key={choice.id} className="choice">
          <input
            type={one ? 'radio' : 'checkbox'}
            name={own}
            checked={picked.picked.includes(choice.id)}
            onChange={(event) =>
              onPicked({
                ...picked,
                picked: one
                  ? [choice.id]
                  : event.target.checked
                    ? [...picked.picked, choice.id]
                    : picked.picked.filter((id) => id !== choice.id),
              })
            }
          />{' '}
          <Named choice={choice} source={source} />
        </label>
      ))}
      {question.own && (
        <label>
          Others, parted by commas
          <input
            value={picked.own.join(', ')}
            onChange={(event) =>
              onPicked({
                ...picked,
                own:
                  event.target.value === ''
                    ? []
                    : event.target.value.split(',').map((name) => name.trimStart()),
              })
            }
          />
        </label>
      )}
    </fieldset>
  );
}

function Named({ choice, source }: { readonly choice: Choice; readonly source: string }) {
  const [first] = choice.passages ?? [];
  return (
    <span>
      {choice.label}
      {choice.hint !== undefined && <span className="small"> {choice.hint}</span>}
      {first && (
        <span className="small">
          {' '}
          <q>{wordsAt(source, first)}</q>
        </span>
      )}
    </span>
  );
}
