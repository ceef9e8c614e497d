import type { Case, Statement } from '@demarche/case';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { CodePassage } from './CodePassage.tsx';
import { Proposals } from './Proposals.tsx';
import { pointsOf } from './points.ts';
import { StatementCard } from './StatementCard.tsx';
import { paragraphsOf, type Span, sentencesOf } from './segments.ts';

/** The text with its statements marked, and beside it the statement that is open. */
export function Reader({
  found,
  source,
  text,
  statements,
  dimmed,
  open,
}: {
  readonly found: Case;
  readonly source: string;
  readonly text: string;
  readonly statements: readonly Statement[];
  /** Whether some are filtered out. */
  readonly dimmed: boolean;
  readonly open: string | undefined;
}) {
  const points = useMemo(() => pointsOf(text), [text]);
  const sentences = useMemo(() => sentencesOf(text), [text]);
  const placed = useMemo(
    () =>
      statements.flatMap((one) =>
        one.at ? [{ id: one.id, start: points.toUnits(one.at.start), end: points.toUnits(one.at.end) }] : [],
      ),
    [statements, points],
  );
  const paragraphs = useMemo(() => paragraphsOf(text, placed), [text, placed]);
  const [passage, setPassage] = useState<Span>();
  const [coding, setCoding] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const opened = statements.find(({ id }) => id === open);

  useEffect(() => {
    if (open === undefined) return;
    body.current?.querySelector(`[data-ids~="${CSS.escape(open)}"]`)?.scrollIntoView({ block: 'center' });
  }, [open]);

  /** The passage that the mouse has marked, as offsets of the text. */
  const marked = (): Span | undefined => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !body.current?.contains(selection.anchorNode))
      return undefined;
    const range = selection.getRangeAt(0);
    const [start, end] = [
      offsetAt(range.startContainer, range.startOffset),
      offsetAt(range.endContainer, range.endOffset),
    ];
    return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
  };

  /** Arrows go from sentence to sentence; with shift the passage grows; Enter or c codes it. */
  const onKey = (event: KeyboardEvent) => {
    const first = passage ? sentences.findIndex((one) => one.end > passage.start) : -1;
    const last = passage ? sentences.findLastIndex((one) => one.start < passage.end) : -1;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const to = Math.min(sentences.length - 1, Math.max(0, (step > 0 ? last : first) + step));
      const sentence = sentences[to]!;
      const grow = event.shiftKey && passage;
      const next = grow
        ? { start: Math.min(passage.start, sentence.start), end: Math.max(passage.end, sentence.end) }
        : sentence;
      setPassage(next);
      body.current
        ?.querySelector(`[data-sentence="${to}"], [data-chosen]`)
        ?.scrollIntoView({ block: 'nearest' });
    } else if ((event.key === 'Enter' || event.key === 'c') && passage) {
      event.preventDefault();
      setCoding(true);
    } else if (event.key === 'Escape') setPassage(undefined);
  };

  const chosen = passage ? [{ id: ' ', ...passage }] : [];
  const shownParagraphs = passage ? paragraphsOf(text, [...placed, ...chosen]) : paragraphs;
  const cut = (span: { readonly start: number; readonly end: number }) => text.slice(span.start, span.end);

  return (
    <div className="reader">
      <div className="tools">
        <p className="small">
          Mark a passage with the mouse, or move from sentence to sentence with the arrow keys (Shift makes
          the passage longer), then press c.{dimmed && ' Some statements are filtered out.'}
        </p>
        <button type="button" disabled={!passage} onClick={() => setCoding(true)}>
          Code the passage
        </button>
        <Proposals found={found} source={source} text={text} points={points} onOpen={setPassage} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a text in which passages are chosen, not a form */}
      <div
        ref={body}
        className="text"
        role="group"
        aria-label="The text; arrow keys choose sentences, c codes them"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: passages are chosen here by keyboard
        tabIndex={0}
        onKeyDown={onKey}
        onMouseUp={() => {
          const span = marked();
          if (span) setPassage(span);
        }}
      >
        {shownParagraphs.map((paragraph) => (
          <p key={paragraph.start}>
            {paragraph.segments.map(({ start, end, ids }) => {
              const own = ids.filter((id) => id !== ' ');
              const at = own.length > 0 || ids.length > 0;
              return at ? (
                <Marked
                  key={start}
                  start={start}
                  ids={own}
                  chosen={own.length < ids.length}
                  open={open}
                  words={text.slice(start, end)}
                />
              ) : (
                <span key={start} data-start={start}>
                  {text.slice(start, end)}
                </span>
              );
            })}
          </p>
        ))}
      </div>
      <aside aria-label="The open statement" aria-live="polite">
        {coding && passage ? (
          <CodePassage
            found={found}
            source={source}
            passage={cut(passage)}
            at={{ start: points.toPoints(passage.start), end: points.toPoints(passage.end) }}
            onDone={() => {
              setCoding(false);
              setPassage(undefined);
              body.current?.focus();
            }}
          />
        ) : opened ? (
          <StatementCard
            found={found}
            statement={opened}
            open
            {...(opened.at
              ? { passage: text.slice(points.toUnits(opened.at.start), points.toUnits(opened.at.end)) }
              : {})}
          />
        ) : (
          <p className="small">
            {passage
              ? `Chosen: characters ${points.toPoints(passage.start)} to ${points.toPoints(passage.end)}.`
              : 'Marked passages are statements. Open one to see who says what of whom and what rests on it.'}
          </p>
        )}
      </aside>
    </div>
  );
}

function Marked({
  start,
  ids,
  chosen,
  open,
  words,
}: {
  readonly start: number;
  readonly ids: readonly string[];
  readonly chosen: boolean;
  readonly open: string | undefined;
  readonly words: string;
}) {
  const mark = (
    <mark
      data-start={start}
      data-ids={ids.join(' ')}
      data-many={ids.length > 1 || undefined}
      data-open={(open !== undefined && ids.includes(open)) || undefined}
      data-chosen={chosen || undefined}
    >
      {words}
    </mark>
  );
  if (ids.length === 0) return mark;
  // Of several over one passage the next one opens each time.
  const next = ids[(ids.indexOf(open ?? '') + 1) % ids.length]!;
  return (
    <a className="passage" href={`#source/${encodeURIComponent(next)}`} title={`Statement ${ids.join(', ')}`}>
      {mark}
    </a>
  );
}

/** The offset in the text of a place in the page; undefined outside of it. */
function offsetAt(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>('[data-start]');
  if (piece)
    return (
      Number(piece.dataset.start) +
      (node instanceof Element ? (offset > 0 ? (piece.textContent?.length ?? 0) : 0) : offset)
    );
  // Between pieces: the beginning of the next one there, or the end of the last.
  const child = node.childNodes[offset];
  const next =
    child instanceof Element
      ? child.matches('[data-start]')
        ? child
        : child.querySelector('[data-start]')
      : null;
  if (next instanceof HTMLElement) return Number(next.dataset.start);
  const pieces = element?.querySelectorAll<HTMLElement>('[data-start]') ?? [];
  const last = pieces[pieces.length - 1];
  return last ? Number(last.dataset.start) + (last.textContent?.length ?? 0) : undefined;
}
