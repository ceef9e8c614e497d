import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { packages } from './packages.ts';

/**
 * `node tools/pack.ts [FOLDER]`: every package as npm would publish it, as a tarball in FOLDER (default `dist/`). In the repo
 * packages run from their TypeScript; what is published is built JavaScript with its declarations.
 */
const root = resolve(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(root, 'dist'));
/** Of these only a part is built so: their pages are built by bundlers. */
const nodePart: Readonly<Record<string, string>> = { workbench: 'src/serve', argue: 'src/bundle' };

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly devDependencies?: unknown;
  readonly scripts?: unknown;
};

const stage = mkdtempSync(join(tmpdir(), 'demarche-pack-'));
try {
  build();
  mkdirSync(out, { recursive: true });
  for (const name of packages) console.log(packOne(name));
} finally {
  rmSync(stage, { recursive: true, force: true });
}

/** One build over all packages: project references make each see the declarations of those below, not their source. */
function build(): void {
  const folder = join(root, 'node_modules/.cache/pack');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [at, name] of packages.entries()) {
    const config = {
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: {
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
        rootDir: join(root, 'packages', name, 'src'),
        outDir: join(stage, name, 'dist'),
        tsBuildInfoFile: join(folder, `${name}.tsbuildinfo`),
        emitDeclarationOnly: false,
      },
      include: [join(root, 'packages', name, nodePart[name] ?? 'src')],
      references: packages.slice(0, at).map((below) => ({ path: join(folder, `${below}.json`) })),
    };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(config));
  }
  run(join(root, 'node_modules/.bin/tsc'), ['-b', join(folder, `${packages.at(-1)}.json`)], root);
}

function packOne(name: string): string {
  const from = join(root, 'packages', name);
  const to = join(stage, name);
  const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Manifest;
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(published(manifest), null, 2)}\n`);
  if (name === 'workbench') {
    run('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', join(to, 'dist/page')], from);
    run(process.execPath, ['tools/single.ts', join(to, 'dist/demarche.html')], from);
  }
  if (name === 'argue') run(process.execPath, ['tools/build.ts', join(to, 'dist/script.js')], from);
  for (const extra of ['README.md', 'schema'])
    if (existsSync(join(from, extra))) cpSync(join(from, extra), join(to, extra), { recursive: true });
  for (const extra of ['LICENSE', 'CITATION.cff']) cpSync(join(root, extra), join(to, extra));
  // Declarations keep the names of the sources they were made from.
  for (const file of globSync('dist/**/*.d.ts', { cwd: to })) {
    const text = readFileSync(join(to, file), 'utf8');
    writeFileSync(join(to, file), text.replace(/(['"])(\.{1,2}\/[^'"]*)\.ts\1/g, '$1$2.js$1'));
  }
  for (const path of Object.values(manifest.bin ?? {})) {
    const text = readFileSync(join(from, path), 'utf8');
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text.replace('../src/main.ts', '../dist/main.js'), { mode: 0o755 });
  }
  run('npm', ['pack', '--silent', '--pack-destination', out], to);
  return join(out, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);
}

function published({ devDependencies: _, scripts: __, exports, ...rest }: Manifest) {
  const built = Object.entries(exports).map(([key, path]) => {
    if (!path.startsWith('./src/')) return [key, path];
    const base = path.replace('./src/', './dist/').replace(/\.ts$/, '');
    return [key, { types: `${base}.d.ts`, default: `${base}.js` }];
  });
  return { ...rest, exports: Object.fromEntries(built), files: ['dist', 'bin', 'schema', 'CITATION.cff'] };
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
}
