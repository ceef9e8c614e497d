import type { Diagnostic } from '@demarche/case';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useDocument } from '../../document/use-document.ts';
import { usePlace } from '../../view/use-place.ts';
import { Effect } from './effect/Effect.tsx';
import { StatementList } from './fields/Grounds.tsx';
import { type PartId, partInfos, partOf } from './outline/parts.ts';
import type { Problem } from './outline/problems.ts';
import { startsWith } from './outline/tree.ts';
import { ProblemList } from './ProblemList.tsx';
import { Actors } from './parts/Actors.tsx';
import { Beliefs } from './parts/Beliefs.tsx';
import { CaseHead } from './parts/CaseHead.tsx';
import { Impossible } from './parts/Impossible.tsx';
import { Now } from './parts/Now.tsx';
import { Questions } from './parts/Questions.tsx';
import { Readings } from './parts/Readings.tsx';
import { Terms } from './parts/Terms.tsx';
import { ModelContext, useModelOfDocument } from './use-model.ts';
import './model.css';
import './fields.css';
import './readings.css';

const Yaml = lazy(async () => ({
  default: (await import('../../editor/YamlEditor.tsx')).YamlEditor,
}));

const views: Readonly<Record<PartId, () => React.ReactNode>> = {
  case: CaseHead,
  actors: Actors,
  terms: Terms,
  impossible: Impossible,
  now: Now,
  readings: Readings,
  beliefs: Beliefs,
  questions: Questions,
};

/** The case as forms, part by part, with the file beside them. */
export function Model() {
  const { model, typing, settle } = useModelOfDocument();
  const { now, write, undo, redo } = useDocument();
  const place = usePlace()[1];
  const part = partInfos.find(({ id }) => id === place) ?? partInfos.find(({ id }) => id === 'actors')!;
  const [yaml, setYaml] = useState(() => remembered());
  const [goTo, setGoTo] = useState<{ readonly range: Diagnostic['range'] }>();
  const [wanted, setWanted] = useState<Problem>();
  const [about, setAbout] = useState<string>();
  const beside = useMemo(
    () => (about === undefined ? undefined : now.read.positions?.at(JSON.parse(about))),
    [about, now.read],
  );
  const forms = useRef<HTMLDivElement>(null);
  const parts = useRef<HTMLElement>(null);
  const View = views[part.id];
  // The same element as long as the part is: it renders anew when the model does.
  const view = useMemo(() => <View />, [View]);

  const showYaml = (shown: boolean) => {
    setYaml(shown);
    remember(shown);
  };
  const jump = (problem: Problem) => {
    const to = partOf(problem.path);
    if (to === undefined || model.unreadable) {
      showYaml(true);
      setGoTo({ range: problem.diagnostic.range });
      return;
    }
    location.hash = `#model/${to}`;
    setWanted(problem);
  };
  // On a narrow page the parts are one row that scrolls. Only sideways: the page itself stays where it is.
  useEffect(() => {
    const link = parts.current?.querySelector<HTMLElement>(`[href="#model/${part.id}"]`);
    if (link) parts.current!.scrollLeft = link.offsetLeft - parts.current!.offsetLeft;
  }, [part.id]);
  // Small, and soon wanted: not to wait for it when somebody tabs into an expression.
  useEffect(() => void import('../../editor/ExpressionEditor.tsx'), []);
  useEffect(() => {
    if (!wanted || partOf(wanted.path) !== part.id) return;
    setWanted(undefined);
    const found = fieldFor(forms.current!, wanted);
    if (found) reveal(found);
    else {
      setYaml(true);
      setGoTo({ range: wanted.diagnostic.range });
    }
  }, [wanted, part]);

  return (
    <ModelContext value={model}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo is one history for all fields in here */}
      <div
        className="model"
        data-yaml={yaml || undefined}
        onPointerDownCapture={settle}
        onKeyDownCapture={({ key }) => {
          if (key.length > 1 && key !== 'Backspace') settle();
        }}
        onFocus={({ target }) => {
          if (forms.current?.contains(target))
            setAbout(target.closest<HTMLElement>('[data-path]')?.dataset.path);
        }}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
          const key = event.key.toLowerCase();
          if (key !== 'z' && key !== 'y') return;
          if ((event.target as HTMLElement).closest('.m-add')) return;
          event.preventDefault();
          event.stopPropagation();
          settle();
          if (key === 'y' || event.shiftKey) redo();
          else undo();
        }}
      >
        <h1 className="m-hidden">Model</h1>
        <Effect />
        <ProblemList problems={model.problems} onJump={jump} />
        <div className="m-body">
          <nav ref={parts} className="m-parts" aria-label="Parts of the model">
            {partInfos.map(({ id, title }) => {
              const wrong = model.problems.filter(
                (one) => one.diagnostic.severity === 'error' && partOf(one.path) === id,
              ).length;
              return (
                <a key={id} href={`#model/${id}`} aria-current={id === part.id ? 'true' : undefined}>
                  {title}
                  {wrong > 0 && (
                    <span className="m-wrong">
                      {' '}
                      <b>{wrong}</b>
                      <span className="m-hidden"> {wrong === 1 ? 'error' : 'errors'}</span>
                    </span>
                  )}
                </a>
              );
            })}
            <button type="button" aria-pressed={yaml} onClick={() => showYaml(!yaml)}>
              {yaml ? 'Hide the YAML' : 'Show the YAML'}
            </button>
          </nav>
          <div className="m-forms" ref={forms}>
            <header>
              <h2>{part.title}</h2>
              <p className="m-help">{part.help}</p>
            </header>
            {model.unreadable && (
              <p role="alert" className="m-unreadable">
                The YAML cannot be read as it stands; the forms show what it said before and wait until it
                can.
              </p>
            )}
            <fieldset className="m-plain" disabled={model.unreadable}>
              <legend className="m-hidden">{part.title}</legend>
              {view}
            </fieldset>
          </div>
          {yaml && (
            <section className="m-yaml" aria-label="The case file">
              <header>
                <h2>case.yaml</h2>
                <p className="m-soft">
                  One history with the forms. <kbd>Escape</kbd> then <kbd>Tab</kbd> leaves it.
                </p>
              </header>
              <Suspense fallback={<p>Loading the editor …</p>}>
                <Yaml
                  text={now.text}
                  diagnostics={now.read.diagnostics}
                  names={model.names}
                  goTo={goTo}
                  beside={beside}
                  onChange={(text, run) => {
                    typing();
                    write('typing in the YAML', text, `yaml ${run}`);
                  }}
                  onUndo={undo}
                  onRedo={redo}
                />
              </Suspense>
            </section>
          )}
        </div>
        <StatementList />
      </div>
    </ModelContext>
  );
}

/** The field whose path is the longest beginning of the problem's. */
function fieldFor(forms: HTMLElement, problem: Problem): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let length = 1;
  for (const field of forms.querySelectorAll<HTMLElement>('[data-path]')) {
    const path = JSON.parse(field.dataset.path!) as (string | number)[];
    if (path.length <= length || !startsWith(problem.path, path)) continue;
    best = field;
    length = path.length;
  }
  return best;
}

function reveal(field: HTMLElement): void {
  for (let at: HTMLElement | null = field; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  field.scrollIntoView({ block: 'center' });
  const into = field.matches('[role=row]')
    ? field
    : field.querySelector<HTMLElement>('input, textarea, select, button');
  into?.focus();
}

const memory = 'demarche.model.yaml';

function remembered(): boolean {
  try {
    return localStorage.getItem(memory) === 'shown';
  } catch {
    return false;
  }
}

function remember(shown: boolean): void {
  try {
    localStorage.setItem(memory, shown ? 'shown' : 'hidden');
  } catch {
    // A page that may keep nothing shows the forms alone next time.
  }
}
