import type { Case } from '@demarche/case';
import { actorNames, stateParts, stateWords } from '@demarche/report/words';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { MapView } from '../../compute/map.ts';
import type { MapGraph } from './graph.ts';
import { type Box, boxWidth, placed } from './layout.ts';

/** Short lines for a state: what is taken, by whom, cut where it gets long. */
function linesOf(found: Case, code: number): readonly string[] {
  if (found.graph) return [stateWords(found, code)];
  const taken = stateParts(found, code).flatMap(({ options }) => options.map(({ name }) => name));
  if (taken.length === 0) return ['nothing is taken'];
  const short = taken.map((one) => (one.length > 30 ? `${one.slice(0, 29)}…` : one));
  return short.length > 5 ? [...short.slice(0, 4), `and ${short.length - 4} more`] : short;
}

/** Scrolls the frame, and not the page around it, as far as a box in it is out of sight. */
function bringIn(
  frame: HTMLElement,
  { offsetLeft, offsetTop, offsetWidth, offsetHeight }: HTMLElement,
): void {
  const near = (at: number, from: number, size: number, room: number) =>
    from < at ? from : Math.max(at, from + size - room);
  frame.scrollTo(
    near(frame.scrollLeft, offsetLeft, offsetWidth, frame.clientWidth),
    near(frame.scrollTop, offsetTop, offsetHeight, frame.clientHeight),
  );
}

/** The states as boxes that can be reached by keyboard, the moves between them as lines. */
export function Picture({
  found,
  view,
  graph,
  chosen,
}: {
  readonly found: Case;
  readonly view: MapView;
  readonly graph: MapGraph;
  readonly chosen: number;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const lines = useMemo(
    () => new Map(graph.codes.map((code) => [code, linesOf(found, code)])),
    [found, graph.codes],
  );
  const heightOf = (code: number) => 30 + lines.get(code)!.length * 17;
  const labels = graph.arcs.map(({ movers }) => {
    const names = actorNames(found, movers);
    return names.length > 36 ? `${names.slice(0, 35)}…` : names;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights and labels follow from the graph
  const layout = useMemo(() => placed(graph, heightOf, labels), [graph, lines]);
  const resting = new Set(view.course.rests.flat());
  const equilibria = new Set(view.equilibria);
  useEffect(() => {
    const box = frame.current?.querySelector<HTMLElement>(`[data-code="${chosen}"]`);
    if (box && frame.current) bringIn(frame.current, box);
  }, [chosen]);

  /** Arrows go to the nearest box in that direction. */
  const onKey = (event: KeyboardEvent, here: Box) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way) return;
    event.preventDefault();
    const [dx, dy] = way as [number, number];
    const distance = (box: Box) => {
      const along = (box.x - here.x) * dx + (box.y - here.y) * dy;
      const aside = Math.abs((box.x - here.x) * dy) + Math.abs((box.y - here.y) * dx);
      return along <= 0 ? Number.POSITIVE_INFINITY : along + 2 * aside;
    };
    const next = layout.boxes.reduce((best, box) => (distance(box) < distance(best) ? box : best));
    if (distance(next) < Number.POSITIVE_INFINITY)
      frame.current?.querySelector<HTMLElement>(`[data-code="${next.code}"]`)?.focus();
  };

  return (
    <nav className="frame" ref={frame} aria-label="States and the ways between them">
      <div className="sheet" style={{ width: layout.width, height: layout.height }}>
        <svg width={layout.width} height={layout.height} aria-hidden="true">
          <defs>
            {(['course', 'improvement', 'move'] as const).map((kind) => (
              <marker
                key={kind}
                id={`head-${kind}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                orient="auto"
              >
                <path className={`tip ${kind}`} d="M0 0L8 4L0 8Z" />
              </marker>
            ))}
          </defs>
          {graph.arcs.map(({ from, to, movers, kind }, k) => {
            const { points, label } = layout.lines[k]!;
            return (
              <g key={`${from} ${to} ${movers.join()} ${kind}`} data-on={from === chosen || undefined}>
                <path
                  className={`way ${kind}`}
                  d={points
                    .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
                    .join('')}
                  markerEnd={`url(#head-${kind})`}
                />
                <text className="mover" x={label.x} y={label.y + 4} textAnchor="middle">
                  {labels[k]}
                </text>
              </g>
            );
          })}
        </svg>
        {layout.boxes.map((box) => {
          const { code } = box;
          const marks = [
            code === view.course.now ? 'now' : '',
            resting.has(code) ? 'rest' : '',
            equilibria.has(code) ? 'equilibrium' : '',
          ].filter((one) => one !== '');
          return (
            <a
              key={code}
              className="box"
              href={`#map/${code}`}
              data-code={code}
              data-rest={resting.has(code) || undefined}
              aria-current={code === chosen ? 'true' : undefined}
              style={{ left: box.x, top: box.y, width: boxWidth, height: heightOf(code) }}
              onKeyDown={(event) => onKey(event, box)}
            >
              <span className="marks">
                {code}
                {marks.map((mark) => (
                  <span key={mark} className="mark" data-mark={mark}>
                    {mark}
                  </span>
                ))}
              </span>
              {lines.get(code)!.map((line) => (
                <span key={line} className="line">
                  {line}
                </span>
              ))}
            </a>
          );
        })}
      </div>
    </nav>
  );
}
