import { lookup as resolveName } from 'node:dns/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { mediaTypeOf, mediaTypes } from '../text-in/format.ts';
import { megabytes, textLimits } from '../text-in/limits.ts';
import type { NoText } from '../text-in/source-text.ts';
import { mayConnect } from './address.ts';

export type FetchOptions = {
  /** Pages of this machine itself may be asked for. For tests and for a server one has started oneself. Default false. */
  readonly allowLocal?: boolean;
  /** Milliseconds from the first question to the last byte, redirects included. Default 20 000. */
  readonly time?: number;
  /** Bytes of the answer, unpacked. Default that of `textLimits`. */
  readonly bytes?: number;
  /** Addresses of a host name; default the system's. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
};

export type Fetched = {
  readonly bytes: Uint8Array;
  /** Where the last redirect led. */
  readonly url: string;
  readonly contentType?: string;
};

const redirects = 5;

/**
 * Gets a page that may be anybody's: http and https only, no address but public ones, each redirect looked at like the first, bounded in
 * time, size and kind. The connection goes to the very address that was looked at. Nothing of this machine is sent along: no
 * credentials, no cookies, no referrer. What is refused is told with its reason.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched | NoText> {
  const { time = 20_000, bytes = textLimits.bytes } = options;
  const signal = AbortSignal.timeout(time);
  let at = address;
  try {
    for (let k = 0; k <= redirects; k++) {
      const target = await targetOf(at, options, signal);
      if ('problem' in target) return target;
      const answer = await ask(target, signal);
      const { statusCode: status = 0, headers } = answer;
      if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
        answer.destroy();
        const next = URL.parse(headers.location, at);
        if (!next) return { problem: 'it leads to something that is no address', hint: saved };
        at = next.href;
        continue;
      }
      const problem = statusProblem(status) ?? kindProblem(headers['content-type']);
      if (problem) {
        answer.destroy();
        return { problem, hint: saved };
      }
      const body = await bodyOf(answer, bytes);
      if ('problem' in body) return body;
      const type = headers['content-type'];
      return { bytes: body.bytes, url: at, ...(type === undefined ? {} : { contentType: type }) };
    }
    return {
      problem: `it leads on more than ${redirects} times (limit redirects)`,
      hint: 'give the address of the page itself',
    };
  } catch (error) {
    if (signal.aborted)
      return { problem: `it took more than ${time / 1000} s (limit time)`, hint: `try again; else ${saved}` };
    const code = (error as { code?: string }).code ?? (error as Error).message;
    return { problem: `it cannot be reached (${code})`, hint: `is the address right? Else ${saved}` };
  }
}

const saved = 'save the page from a browser and read the file';

type Target = { readonly url: URL; readonly address: string };

/** The address of an address: what it says and where it leads are looked at before anything is sent. */
async function targetOf(
  address: string,
  { allowLocal = false, resolve = systemResolve }: FetchOptions,
  signal: AbortSignal,
): Promise<Target | NoText> {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol))
    return { problem: `${shown(address)} is no address of the web`, hint: 'only http and https are fetched' };
  if (url.username !== '' || url.password !== '')
    return { problem: 'its address holds a name or a password, and none are sent', hint: saved };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [host] : await within(resolve(host), signal);
  const first = found[0];
  if (first === undefined) return { problem: `there is no address for ${host}`, hint: 'is the name right?' };
  const bad = found.find((one) => !mayConnect(one, allowLocal));
  if (bad !== undefined)
    return {
      problem: `${host === bad ? host : `${host} (${bad})`} is an address of this machine or of a local or special network, and those are not fetched`,
      hint: mayConnect(bad, true)
        ? 'save the page and read the file; for a server of your own on this machine there is --allow-local'
        : saved,
    };
  return { url, address: first };
}

async function systemResolve(host: string): Promise<readonly string[]> {
  return (await resolveName(host, { all: true })).map(({ address }) => address);
}

/** Sends the question to that address and no other, whatever its name may lead to by now. */
function ask({ url, address }: Target, signal: AbortSignal): Promise<IncomingMessage> {
  const family = isIP(address);
  const pinned: LookupFunction = (_, { all }, done) =>
    all ? done(null, [{ address, family }]) : done(null, address, family);
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    send(url, {
      agent: false,
      lookup: pinned,
      signal,
      headers: {
        accept: `${mediaTypes.join(', ')};q=0.9`,
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': 'demarche (reads a page that its user asked for)',
      },
    })
      .once('response', resolve)
      .once('error', reject)
      .end();
  });
}

function statusProblem(status: number): string | undefined {
  if (status === 200) return undefined;
  if (status === 401 || status === 403) return `the server refuses it (${status}): is it only for members?`;
  return status === 404 || status === 410
    ? `there is no such page (${status})`
    : `the server answers ${status} instead of the page`;
}

function kindProblem(contentType: string | undefined): string | undefined {
  if (contentType === undefined || mediaTypes.includes(mediaTypeOf(contentType))) return undefined;
  return `it is ${shown(mediaTypeOf(contentType))}; pages in HTML, plain text, Markdown and PDF are read (limit content type)`;
}

/** The body, unpacked; given up as soon as it is too large. */
async function bodyOf(
  answer: IncomingMessage,
  most: number,
): Promise<{ readonly bytes: Uint8Array } | NoText> {
  const tooLarge = {
    problem: `it has more than ${megabytes(most)} (limit size)`,
    hint: 'save the part that matters and read the file',
  };
  if (Number(answer.headers['content-length']) > most) {
    answer.destroy();
    return tooLarge;
  }
  const coding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const unpack =
    coding === 'gzip' || coding === 'x-gzip'
      ? createGunzip()
      : coding === 'deflate'
        ? createInflate()
        : coding === 'br'
          ? createBrotliDecompress()
          : undefined;
  if (!unpack && coding !== 'identity') {
    answer.destroy();
    return { problem: `it is packed as ${shown(coding)}, which was not asked for`, hint: saved };
  }
  if (unpack) answer.once('error', (error) => unpack.destroy(error)).pipe(unpack);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (unpack ?? answer) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) {
      answer.destroy();
      unpack?.destroy();
      return tooLarge;
    }
    parts.push(part);
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)) };
}

/** What comes first: the answer, or the end of the time for it. */
function within<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** What a stranger wrote, in a message. */
function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}
