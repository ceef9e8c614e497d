import { useAnswer } from '../../compute/use-answer.ts';
import { useDocument } from '../../document/use-document.ts';

export function Answers() {
  const { now } = useDocument();
  const { answer, pending, error } = useAnswer({ robustness: false });
  const found = now.sound.case;
  if (!found) return <p>The case has errors; they are listed under Model.</p>;
  return (
    <section aria-busy={pending}>
      <h1>{found.title}</h1>
      {error !== undefined && <p role="alert">{error}</p>}
      <ul>
        {found.questions.map((question) => (
          <li key={question.id}>
            {question.ask}{' '}
            {answer?.hinges
              .filter((hinge) => hinge.question === question.id)
              .map((hinge) => `${hinge.concept}: ${Object.entries(hinge.counts).join('; ')}`)
              .join(' — ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
