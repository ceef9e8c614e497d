import { Unsound } from '../../view/Unsound.tsx';
import { useFound } from '../../view/use-found.ts';
import { Asked } from './Asked.tsx';
import './answers.css';

/** The questions and their answers, each with its condition; everything else is one click away. */
export function Answers() {
  const found = useFound();
  if (!found) return <Unsound />;
  if (!found.now)
    return (
      <section className="answers">
        <h1>{found.title}</h1>
        <p>
          The case does not say where things stand. Say it in the <a href="#model/now">model</a>, under{' '}
          <em>now</em>: which options are taken today.
        </p>
      </section>
    );
  return <Asked now={found} />;
}
