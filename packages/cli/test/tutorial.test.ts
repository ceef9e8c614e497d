import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCase } from '@demarche/case';
import { loadCase } from '@demarche/case/node';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const bin = join(root, 'packages/cli/bin/demarche.js');
const docs = join(root, 'docs');
const place = mkdtempSync(join(tmpdir(), 'demarche-tutorial-'));

afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What a reader of the tutorial does and should see, in order. */
type Step =
  | { readonly kind: 'run'; readonly script: string }
  | { readonly kind: 'edit'; readonly file: string; readonly before: string; readonly after: string }
  | { readonly kind: 'expect'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string };

function stepsOf(markdown: string): readonly Step[] {
  const steps: Step[] = [];
  const pattern = /^```(sh|text|diff)(?: ([^\n]*))?\n([\s\S]*?)^```$|^<!-- (expect|file): (.*?) -->$/gm;
  for (const [, language, argument, body = '', note, value = ''] of markdown.matchAll(pattern)) {
    if (language === 'sh') steps.push({ kind: 'run', script: body });
    else if (language === 'diff') {
      const lines = body.trimEnd().split('\n');
      const side = (without: string) =>
        lines.filter((line) => !line.startsWith(without)).map((line) => line.slice(1));
      steps.push({
        kind: 'edit',
        file: argument!,
        before: side('+').join('\n'),
        after: side('-').join('\n'),
      });
    } else if (language === 'text')
      for (const line of body.trimEnd().split('\n')) steps.push({ kind: 'expect', text: line });
    else if (note === 'expect') steps.push({ kind: 'expect', text: value });
    else steps.push({ kind: 'file', path: value });
  }
  return steps;
}

/** Line breaks are the terminal's, not the tutorial's. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The shell's `npx demarche` is the command of this workspace. */
function shell(script: string) {
  const { COLUMNS: _, ...env } = process.env;
  return spawnSync('sh', ['-e', '-c', `npx() { shift; "$NODE" "$BIN" "$@"; }\n${script}`], {
    cwd: place,
    encoding: 'utf8',
    env: { ...env, NODE: process.execPath, BIN: bin, NO_COLOR: '1' },
  });
}

describe('the tutorial', () => {
  const steps = stepsOf(readFileSync(join(docs, 'tutorial.md'), 'utf8'));
  for (const folder of ['cases/tutorial', 'fixtures/exchange'])
    cpSync(join(root, folder), join(place, folder), { recursive: true });
  let shown = '';

  it('has commands, an edit and things to see', () => {
    const counts = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length;
    expect(counts('run')).toBeGreaterThan(12);
    expect(counts('edit')).toBe(1);
    expect(counts('expect')).toBeGreaterThan(20);
  });

  it.each(
    steps.map(
      (step, at) => [`${at + 1}. ${step.kind} ${Object.values(step)[1]?.split('\n')[0]}`, step] as const,
    ),
  )('%s', (_, step) => {
    switch (step.kind) {
      case 'run': {
        const { status, stdout, stderr } = shell(step.script);
        expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
        shown = flat(stdout);
        return;
      }
      case 'edit': {
        const file = join(place, step.file);
        const text = readFileSync(file, 'utf8');
        expect(text.split(step.before)).toHaveLength(2);
        writeFileSync(
          file,
          text.replace(step.before, () => step.after),
        );
        return;
      }
      case 'expect':
        expect(shown).toContain(flat(step.text));
        return;
      case 'file':
        expect(existsSync(join(place, step.path))).toBe(true);
    }
  });

  it('leaves the case as it was', () => {
    const file = 'cases/tutorial/case.yaml';
    expect(readFileSync(join(place, file), 'utf8')).toBe(readFileSync(join(root, file), 'utf8'));
  });
});

describe('the page of commands', () => {
  const page = readFileSync(join(docs, 'command-line.md'), 'utf8');
  const commandsOf = (help: string) =>
    [...help.replace(/^[\s\S]*?\nCommands:\n/, '').matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);

  it('names the commands that the program has', () => {
    const { stdout } = shell('npx demarche --help');
    const named = [...page.matchAll(/^## ([a-z]+)$/gm)].map(([, name]) => name!);
    expect(named.sort()).toEqual(commandsOf(stdout.replace(/\nExample:[\s\S]*/, '')).sort());
  });

  it.each([...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, script]) => script!))('%s', (script) => {
    const { status, stderr } = shell(script);
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('the cases of the repository', () => {
  it.each(
    readdirSync(join(root, 'cases')).filter((name) => existsSync(join(root, 'cases', name, 'case.yaml'))),
  )('%s loads without a mistake', (name) => {
    const { case: found, diagnostics } = loadCase(join(root, 'cases', name));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found).toBeDefined();
  });

  it("the tutorial's anchors are all verified", () => {
    const { case: found } = loadCase(join(root, 'cases/tutorial'));
    expect(new Set(found!.statements.map(({ anchor }) => anchor))).toEqual(new Set(['verified']));
  });
});

describe('whole cases in the docs', () => {
  const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));
  const whole = pages.flatMap((page) =>
    [...readFileSync(join(docs, page), 'utf8').matchAll(/^```yaml\n(demarche: 1[\s\S]*?)^```$/gm)].map(
      ([, text], at) => [`${page}, ${at + 1}`, text!] as const,
    ),
  );
  it.each(whole)('%s', (_, text) => {
    const { diagnostics } = readCase(text, { file: 'case.yaml' });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('every link between pages leads somewhere', () => {
    const broken = pages.flatMap((page) =>
      [...readFileSync(join(docs, page), 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
        .filter(([, to]) => !/^https?:/.test(to!) && !existsSync(join(docs, to!)))
        .map(([, to]) => `${page} → ${to}`),
    );
    expect(broken).toEqual([]);
  });
});
