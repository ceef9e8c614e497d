import { AssistError } from './assist-error.ts';

const mostBytes = 1_000_000;

/** A fetch that follows no redirect (the key would go along) and reads no more than a megabyte. */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual' }).catch((error: unknown) => {
    if (init?.signal?.aborted) throw error;
    throw new AssistError('unreachable', 'the assistant’s server cannot be reached');
  });
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    throw new AssistError('redirect', 'the assistant’s server sends elsewhere, and that is not followed');
  }
  if (!response.ok) {
    // What it says of the error may repeat the key: it is not read.
    await response.body?.cancel();
    throw statusError(response.status);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > mostBytes)
      throw new AssistError('too-large', `the assistant’s answer has more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), {
    status: 200,
    headers: { 'content-type': 'application/json' },
  });
}

function statusError(status: number): AssistError {
  if (status === 401 || status === 403)
    return new AssistError('key', `the assistant’s server refuses the key (status ${status})`);
  if (status === 429)
    return new AssistError('busy', 'the assistant’s server takes no more requests now (status 429)');
  if (status >= 500) return new AssistError('failing', `the assistant’s server fails (status ${status})`);
  return new AssistError('refused', `the assistant’s server refuses the request (status ${status})`);
}
