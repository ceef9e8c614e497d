import type { CaseAnswer } from '@demarche/analysis';
import { countWords } from '@demarche/report/words';
import { useEffect, useRef, useState } from 'react';
import type { JobState } from '../../compute/use-job.ts';

/** Says what an edit or a setting did to the answers: which questions come out otherwise than before, and how. */
export function Changed({
  job,
}: {
  readonly job: Omit<JobState<CaseAnswer>, 'value'> & { readonly answer: CaseAnswer | undefined };
}) {
  const { answer, found, pending } = job;
  const last = useRef<ReadonlyMap<string, string>>(undefined);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!answer || !found || pending) return;
    const now = new Map(answer.hinges.map(({ question, counts }) => [question, countWords(counts)]));
    const before = last.current;
    last.current = now;
    if (!before) return;
    const changed = [...now].flatMap(([id, counts]) => {
      const was = before.get(id);
      if (was === undefined || was === counts) return [];
      return [`${found.questions.find((one) => one.id === id)?.ask ?? id} Now ${counts}; before ${was}.`];
    });
    setWords(changed.length > 0 ? changed.join(' ') : 'Every answer is as before.');
  }, [answer, found, pending]);
  return (
    <p role="status" className="changed" data-shown={words !== '' || undefined}>
      {words}
    </p>
  );
}
