import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const home = resolve(import.meta.dirname, '..');

/**
 * `node tools/single.ts [FILE]`: the page as one HTML file that opens from the disk, with neither server nor network. Its policy lets
 * in the script and the style that stand in it, by their hashes, workers made from it, and nothing else.
 */
export async function singlePage(): Promise<string> {
  await build({ root: home, mode: 'single', logLevel: 'error' });
  const folder = join(home, 'dist/single');
  const only = (pattern: string) => {
    const found = globSync(pattern, { cwd: folder });
    if (found.length !== 1) throw new Error(`${found.length} files for ${pattern}: ${found.join(', ')}`);
    return readFileSync(join(folder, found[0]!), 'utf8');
  };
  // What ends a script or style in HTML may stand in neither.
  const script = only('assets/*.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const style = only('assets/*.css').replaceAll('</style', '<\\/style');
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'worker-src blob:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>demarche</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<script type="module">${script}</script>
</body>
</html>
`;
}

if (process.argv[1] === import.meta.filename) {
  const file = process.argv[2] ?? join(home, 'dist/demarche.html');
  writeFileSync(file, await singlePage());
  console.log(file);
}
