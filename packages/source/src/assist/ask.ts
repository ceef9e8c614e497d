import { setTimeout as pause } from 'node:timers/promises';
import { needed } from '../text-in/needed.ts';
import { AssistError } from './assist-error.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { answerSchema, type Proposed } from './proposed.ts';
import { instructions, messagesOf, mostOut } from './requests.ts';

export type Assistant = {
  readonly model: string;
  readonly baseUrl: string;
  /** Local servers need none. */
  readonly key?: string | undefined;
  /** Of one request. */
  readonly seconds: number;
};

const tries = 2;
const betweenTries = 500;

/** What a model proposes of a text: one request a part, no tools, the source as data. Throws `AssistError`. */
export async function ask(text: string, assistant: Assistant): Promise<readonly Proposed[]> {
  const packages = ['ai', '@ai-sdk/openai-compatible'];
  const { generateText, Output } = await needed(() => import('ai'), 'with an assistant', packages);
  const { createOpenAICompatible } = await needed(
    () => import('@ai-sdk/openai-compatible'),
    'with an assistant',
    packages,
  );
  (globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;
  const provider = createOpenAICompatible({
    name: 'assistant',
    baseURL: assistant.baseUrl,
    supportsStructuredOutputs: true,
    fetch: boundedFetch,
    ...(assistant.key === undefined ? {} : { apiKey: assistant.key }),
  });
  const proposals: Proposed[] = [];
  for (const content of messagesOf(text)) {
    const { output } = await tried(assistant.seconds, (abortSignal) =>
      generateText({
        model: provider(assistant.model),
        instructions,
        messages: [{ role: 'user', content }],
        output: Output.object({ schema: answerSchema }),
        maxOutputTokens: mostOut,
        maxRetries: 0,
        abortSignal,
      }),
    );
    proposals.push(...output.proposals);
  }
  return proposals;
}

async function tried<T>(seconds: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  for (let left = tries; ; ) {
    const signal = AbortSignal.timeout(seconds * 1000);
    try {
      return await run(signal);
    } catch (error) {
      const known = problemOf(error, signal, seconds);
      left--;
      if (left === 0 || !(known.problem === 'busy' || known.problem === 'failing')) throw known;
      await pause(betweenTries);
    }
  }
}

function problemOf(error: unknown, signal: AbortSignal, seconds: number): AssistError {
  if (signal.aborted) return new AssistError('too-slow', `the assistant gave no answer in ${seconds} s`);
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth++) {
    if (one instanceof AssistError) return one;
    const code = (one as { code?: string }).code ?? '';
    if (/^(ECONN|UND_ERR)/.test(code))
      return new AssistError('unreachable', 'the connection to the assistant’s server broke off');
  }
  return new AssistError('no-answer', 'the assistant’s answer is not JSON of the form that was asked for');
}
