import { limits, readCase, sha256, type Texts } from '@demarche/case';
import type { Place } from './place.ts';

type Picker = {
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>;
  readonly showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
  readonly showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
};

const kinds = { types: [{ description: 'A case', accept: { 'application/yaml': ['.yaml', '.yml'] } }] };

/** Whether files can be opened and saved in their place (File System Access). Elsewhere they are uploaded and downloaded. */
export const filesInPlace = 'showOpenFilePicker' in globalThis;

/** A file that the person chooses; undefined where they choose none. */
export async function chooseFile(): Promise<Place | undefined> {
  const [handle] = await (globalThis as Picker).showOpenFilePicker!(kinds).catch(orNothing);
  return handle && filePlace(handle);
}

/** The case of a folder that the person chooses, with the texts of its sources that lie there; undefined where they choose none. */
export async function chooseFolder(): Promise<Place | undefined> {
  const picked = (globalThis as Picker).showDirectoryPicker!({ mode: 'readwrite' });
  const folder = await picked.catch((error: unknown) => {
    if ((error as DOMException).name === 'AbortError') return undefined;
    throw error;
  });
  return folder && folderPlace(folder);
}

/** The `case.yaml` of a folder. Only texts inside the folder are read. */
export async function folderPlace(folder: FileSystemDirectoryHandle): Promise<Place> {
  const handle = await folder.getFileHandle('case.yaml').catch(() => {
    throw new Error(`there is no case.yaml in ${folder.name}`);
  });
  const file = filePlace(handle);
  const name = `${folder.name}/case.yaml`;
  return {
    ...file,
    id: `file ${name}`,
    name,
    load: async () => {
      const found = await file.load();
      return { ...found, texts: await textsIn(folder, found.text) };
    },
  };
}

async function textsIn(folder: FileSystemDirectoryHandle, text: string): Promise<Texts> {
  const texts: Record<string, string> = {};
  for (const source of readCase(text).case?.sources ?? []) {
    if (source.text === undefined) continue;
    const parts = source.text.split('/').filter((part) => part !== '.');
    const read = parts
      .slice(0, -1)
      .reduce(async (at, part) => (await at).getDirectoryHandle(part), Promise.resolve(folder))
      .then((at) => at.getFileHandle(parts.at(-1)!))
      .then(async (handle) => {
        const file = await handle.getFile();
        return file.size > limits.fileSize * 4 ? undefined : file.text();
      });
    // A text that is not there is told as one that is not at hand; the browser knows no way out of the folder.
    const found = await read.catch(() => undefined);
    if (found !== undefined) texts[source.id] = found;
  }
  return texts;
}

/** A new file for a text; undefined where the person chooses none. */
export async function chooseNewFile(text: string): Promise<Place | undefined> {
  const handle = await (globalThis as Picker).showSaveFilePicker!({
    ...kinds,
    suggestedName: 'case.yaml',
  }).catch(() => undefined);
  if (!handle) return undefined;
  await writeTo(handle, text);
  return filePlace(handle);
}

function orNothing(error: unknown): readonly FileSystemFileHandle[] {
  if ((error as DOMException).name === 'AbortError') return [];
  throw error;
}

export function filePlace(handle: FileSystemFileHandle): Place {
  const read = async () => {
    const file = await handle.getFile();
    if (file.size > limits.fileSize * 4) throw new Error(`${handle.name} is too large for a case`);
    const text = await file.text();
    return { text, sha: sha256(text) };
  };
  return {
    id: `file ${handle.name}`,
    name: handle.name,
    load: read,
    save: async (text, base) => {
      const now = await read();
      if (now.sha !== base) return { kind: 'clash', ...now };
      await writeTo(handle, text);
      return { kind: 'saved', sha: sha256(text) };
    },
    watch: (changed) => {
      // A file tells nothing of itself: it is looked at when the person comes back to the page.
      addEventListener('focus', changed);
      return () => removeEventListener('focus', changed);
    },
  };
}

/** The browser writes beside the file and puts it in its place when it is whole. */
async function writeTo(handle: FileSystemFileHandle, text: string): Promise<void> {
  const writable = await handle.createWritable();
  await writable.write(text);
  await writable.close();
}

/** Hands something to the person as a download. */
export function download(name: string, text: string | Blob, type = 'application/yaml'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
