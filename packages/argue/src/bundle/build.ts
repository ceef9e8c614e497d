import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

/** The script of the report from its sources: one classic script, which is its own worker too. */
export async function buildScript(): Promise<string> {
  const bundle = await rolldown({
    input: resolve(import.meta.dirname, '../page/main.ts'),
    platform: 'browser',
    treeshake: { moduleSideEffects: false },
    // Threads are for Node; a page has its one worker.
    transform: { define: { 'import.meta.url': '""' } },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    return inPage(output[0].code.trim());
  } finally {
    await bundle.close();
  }
}

/**
 * The same script as it may stand between tags: ASCII alone, since a page changes line breaks and control characters and its policy
 * names the hash of the bytes; and nothing that ends it.
 */
function inPage(code: string): string {
  const plain = code.replace(
    /[^\n\u0020-\u007e]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return plain.replace(/<(?=\/script|!--|script)/gi, '\\x3c');
}
