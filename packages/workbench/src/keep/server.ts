import { sha256, type Texts } from '@demarche/case';
import type { Found, Place, Saving } from './place.ts';

type Told = Found & { readonly name: string; readonly texts: Texts };

/** The case that `demarche open` was started with; undefined where the page comes from elsewhere. */
export async function serverPlace(): Promise<Place | undefined> {
  if (document.documentElement.dataset.case === undefined) return undefined;
  const first = await told().catch(() => undefined);
  if (!first) return undefined;
  return {
    id: `server ${first.name}`,
    name: first.name,
    load: async () => {
      const now = await told();
      if (!now) throw new Error('the server has no case');
      return now;
    },
    save: async (text, base): Promise<Saving> => {
      const response = await fetch('api/case', { method: 'PUT', body: JSON.stringify({ text, base }) }).catch(
        () => undefined,
      );
      if (!response)
        return {
          kind: 'failed',
          message: 'the server of demarche open does not answer; it may have been ended',
        };
      const body = (await response.json().catch(() => ({}))) as Partial<Told> & { readonly message?: string };
      if (response.ok) return { kind: 'saved', sha: sha256(text) };
      if (response.status === 409 && body.text !== undefined)
        return { kind: 'clash', text: body.text, sha: sha256(body.text) };
      return { kind: 'failed', message: body.message ?? `the server says ${response.status}` };
    },
    watch: (changed) => {
      const events = new EventSource('api/changes');
      events.onmessage = () => changed();
      // After the server was away there may be something new.
      events.onopen = () => changed();
      return () => events.close();
    },
  };
}

async function told(): Promise<Told | undefined> {
  const response = await fetch('api/case');
  if (!response.ok || !response.headers.get('content-type')?.startsWith('application/json')) return undefined;
  const { name, text, texts } = (await response.json()) as Told;
  return { name, text, texts, sha: sha256(text) };
}
