import { createInterface } from 'node:readline';
import { replyFromLine } from '@demarche/source';
import { out, viewOf } from '../io.ts';
import type { Asker, Said } from './conduct.ts';
import { type Cut, questionText } from './shown-question.ts';

/**
 * Asks line by line: a question is printed, a line is read. For pipes, scripts, and terminals that can do no more. The end of the input
 * stops the interview, and from a pipe a reply that does not fit.
 */
export function lineAsker(cut: Cut): Asker {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const iterator = lines[Symbol.asyncIterator]();
  const view = viewOf();
  let part = 0;
  out(
    'Enter takes what stands in brackets; ? says why it is asked, < goes back, q stops and keeps it all.\n',
  );
  return {
    ask: async (question, refused): Promise<Said> => {
      if (question.part.at !== part) {
        part = question.part.at;
        out(`\n${view.paint('heading', `${part} of ${question.part.of}: ${question.part.title}`)}\n`);
      }
      if (refused) {
        out(`${refused.problem}\n  → ${refused.hint}\n`);
        // The lines that follow in a pipe were written for the questions that follow.
        if (!process.stdin.isTTY) return 'misfit';
      } else out(`\n${questionText(question, cut, view)}`);
      for (;;) {
        out('> ');
        const next = await iterator.next();
        if (next.done) {
          out('\n');
          return 'stop';
        }
        const line = next.value.trim();
        // What was typed is not seen where it comes from a pipe.
        if (!process.stdin.isTTY) out(`${line}\n`);
        if (line === 'q') return 'stop';
        if (line === '<') return 'back';
        if (line === '?') {
          out(`${question.why}\n`);
          continue;
        }
        const read = replyFromLine(question, line);
        if ('reply' in read) return read;
        out(`${read.problem}\n  → ${read.hint}\n`);
        if (!process.stdin.isTTY) return 'misfit';
      }
    },
    close: () => lines.close(),
  };
}
