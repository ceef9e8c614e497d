import { createInterface } from 'node:readline/promises';
import type { Cost, Proposed } from '@demarche/source';
import type { Assistant } from '@demarche/source/node';
import { exit, Stop, UsageError } from '../exit.ts';
import { err } from '../io.ts';
import { reader } from '../reader.ts';

export type AssistOptions = {
  readonly assist?: true | undefined;
  readonly model?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly price?: string | undefined;
  readonly timeout?: string | undefined;
  readonly yes?: true | undefined;
};

/** Which model is asked and where. The key comes from the environment alone, and goes nowhere but to that server. */
export function assistantOf(options: AssistOptions): Assistant {
  const model = options.model ?? process.env.DEMARCHE_ASSIST_MODEL ?? '';
  const baseUrl = options.baseUrl ?? process.env.DEMARCHE_ASSIST_URL ?? '';
  const key = process.env.DEMARCHE_ASSIST_KEY || undefined;
  if (model === '')
    throw new UsageError(
      '--assist needs a model',
      '--model NAME, or DEMARCHE_ASSIST_MODEL in the environment',
    );
  if (!/^[\x21-\x7e]{1,100}$/.test(model) || (key !== undefined && model.includes(key)))
    throw new UsageError(
      '--model: no name of a model',
      'at most 100 letters, digits and marks without spaces, as in --model vendor/model:7b',
    );
  const url = URL.parse(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      '--assist needs the address of a server',
      '--base-url http://localhost:11434/v1, or DEMARCHE_ASSIST_URL in the environment',
    );
  if (url.username !== '' || url.password !== '' || url.search !== '')
    throw new UsageError('--base-url holds more than an address', 'a key goes into DEMARCHE_ASSIST_KEY only');
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (key !== undefined && url.protocol === 'http:' && !local)
    throw new UsageError(
      'the key would go over http, for everyone to read',
      'give an https address, or unset DEMARCHE_ASSIST_KEY',
    );
  const seconds = Number(options.timeout ?? 120);
  if (!(seconds > 0 && seconds <= 3600))
    throw new UsageError(`--timeout ${options.timeout}: no time`, 'seconds up to 3600, as in --timeout 60');
  return { model, baseUrl, key, seconds };
}

/** Says what asking costs at most, and goes on only with consent. */
export async function consent(cost: Cost, assistant: Assistant, options: AssistOptions): Promise<void> {
  const { requests, tokensIn, mostOut } = cost;
  const price = priceOf(options.price);
  const most =
    price &&
    ` At ${options.price} per million tokens that is at most about ${((tokensIn * price.in + mostOut * price.out) / 1e6).toPrecision(2)}.`;
  err(
    `${assistant.model} at ${URL.parse(assistant.baseUrl)!.host}: ${requests} request${requests === 1 ? '' : 's'}, about ${tokensIn} tokens in and at most ${mostOut} out; a request that fails may be sent twice.${most ?? ''}\n`,
  );
  if (options.yes) return;
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError('nobody is there to agree to that', 'add --yes; nothing was sent');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const reply = await lines.question('Send the text there? [y/N] ');
  lines.close();
  if (/^y(es)?$/i.test(reply.trim())) return;
  err('nothing was sent, nothing was added\n');
  throw new Stop(exit.usage);
}

/** What a model proposes of each text; where it fails, nothing is added. */
export async function asked(
  texts: readonly string[],
  assistant: Assistant,
): Promise<readonly (readonly Proposed[])[]> {
  const { ask, AssistError, MissingPackage } = await reader('read --assist');
  const all: (readonly Proposed[])[] = [];
  try {
    for (const text of texts) all.push(await ask(text, assistant));
    return all;
  } catch (error) {
    if (error instanceof MissingPackage)
      throw new UsageError(
        `${error.message}, and not installed`,
        `it is optional: \`npm install ${error.packages.join(' ')}\` beside demarche`,
      );
    if (!(error instanceof AssistError)) throw error;
    const { host } = URL.parse(assistant.baseUrl)!;
    err(`error: ${error.message} (${host})\n  → ${next[error.problem]}; nothing was added\n`);
    throw new Stop(['busy', 'too-large', 'too-slow'].includes(error.problem) ? exit.limit : exit.usage);
  }
}

const next: Readonly<Record<import('@demarche/source').AssistProblem, string>> = {
  unreachable: 'is it running, and is --base-url its address, as in http://localhost:11434/v1?',
  redirect: 'give the address that it sends to as --base-url, if it is the one that is meant',
  key: 'a key is taken from DEMARCHE_ASSIST_KEY alone',
  busy: 'try again later, or with fewer sources',
  failing: 'try again later',
  refused: 'are --base-url and --model right, and does the model give structured output?',
  'too-large': 'try another model',
  'too-slow': 'give more --timeout, or a faster model',
  'no-answer': 'try a model that gives structured output (JSON schema)',
};

function priceOf(text: string | undefined): { readonly in: number; readonly out: number } | undefined {
  if (text === undefined) return undefined;
  const parts = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text);
  if (!parts)
    throw new UsageError(`--price ${text}: no price`, 'per million tokens in and out, as in --price 0.5/1.5');
  return { in: Number(parts[1]), out: Number(parts[2]) };
}
