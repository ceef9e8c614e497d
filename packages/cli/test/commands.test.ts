import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { randomCase } from '../../case/test/arbitrary-case.ts';
import { demarche, demarcheProcess, jsonOf, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tutorial = 'cases/tutorial';
const commands = demarche(['--help'])
  .out.split('\n')
  .flatMap((line) => /^ {2}([a-z]+) (?:\[options\]|<|\[)/.exec(line)?.[1] ?? []);

describe('help', () => {
  it('names the commands that work', () => {
    expect(commands).toEqual(
      expect.arrayContaining([
        'answer',
        'check',
        'explain',
        'why',
        'uses',
        'solve',
        'reach',
        'hinge',
        'cite',
        'new',
      ]),
    );
  });

  it.each(commands)('%s has an example that runs', (command) => {
    const { out, status } = demarche([command, '--help']);
    expect(status).toBe(0);
    const lines = [...out.replace(/^[\s\S]*\nExample:\n/, '').matchAll(/^\s+demarche (.*)/gm)];
    expect(lines.length).toBeGreaterThan(0);
    const files = new Map<string, string>();
    for (const [, line] of lines) {
      const args = [...line!.matchAll(/"([^"]*)"|(\S+)/g)].map((one) => one[1] ?? one[2]!);
      args.forEach((one, at) => {
        if (args[at - 1] === '--out' || args[at - 1] === '--report') files.set(one, join(folder, one));
      });
      expect(demarcheProcess(args.map((one) => files.get(one) ?? one))).toMatchObject({ status: 0 });
    }
  });

  it('--version is the version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
    expect(demarcheProcess(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });
});

describe('wrong usage ends with 2 and names what is near', () => {
  it.each([
    [['answr', tutorial], 'answer'],
    [['answer', tutorial, '--reading', 'torvale=incom'], 'did you mean “income”?'],
    [['answer', tutorial, '--reading', 'torval=income'], 'did you mean “torvale”?'],
    [['answer', tutorial, '--reading', 'torvale'], 'equals sign'],
    [['answer', tutorial, '--scenario', 'unsaf'], 'did you mean “unsafe”?'],
    [['answer', tutorial, '--without', 's99'], '“s99”'],
    [['answer', tutorial, '--concepts', 'nsh'], 'nash'],
    [['answer', tutorial, '--agreements', 'some'], 'at-rest'],
    [['answer', tutorial, '--source', 'analisys=x.txt'], ''],
    [['answer', 'cases/nowhere'], 'no such file'],
    [['why', tutorial, 'acord'], 'did you mean “accord”?'],
    [['uses', tutorial, 'torvalle'], 'did you mean “torvale”?'],
    [['explain', 'unknown-nam'], 'did you mean “unknown-name”?'],
    [['answer'], 'missing required argument'],
    [['answer', tutorial, '--no-such'], 'unknown option'],
    [[], 'Usage'],
  ])('%j', (args, said) => {
    const { status, out, err } = demarche(args as string[]);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('answer and reach need `now`', () => {
    const file = join(folder, 'no-now.yaml');
    writeFileSync(
      file,
      'demarche: 1\ntitle: No now\nactors: { a: { options: { go: Go } } }\nreadings: { a: { r: { prefers: [a.go] } } }\n',
    );
    for (const command of ['answer', 'reach']) {
      const { status, out, err } = demarche([command, file]);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('now');
    }
    expect(demarche(['solve', file]).status).toBe(0);
  });

  it('what is too large to list ends with 3', () => {
    const file = join(folder, 'large.yaml');
    const options = Array.from({ length: 40 }, (_, k) => `o${k}: Option ${k}`).join(', ');
    writeFileSync(
      file,
      `demarche: 1\ntitle: Large\nactors: { a: { options: { ${options} } } }\nreadings: { a: { r: { prefers: [a.o1] } } }\nnow: []\n`,
    );
    const { status, err } = demarche(['answer', file]);
    expect(status).toBe(3);
    expect(err).toContain('too-large');
  });
});

describe('solve', () => {
  it('--json has the contract of the design, stable and feasible under --full', () => {
    const short = jsonOf(['solve', tutorial]);
    expect(short.readings).toEqual({ torvale: 'income', marrin: 'passage', authority: 'rules' });
    expect(short.options).toEqual([
      'torvale.open',
      'marrin.bar',
      'marrin.road',
      'authority.repair',
      'authority.lease',
      'accord',
    ]);
    expect(short.concepts).toEqual(['nash', 'gmr', 'smr', 'seq', 'sseq']);
    expect(short.stable).toBeUndefined();
    const full = jsonOf(['solve', tutorial, '--full', '--concepts', 'seq']);
    expect(full.feasible).toHaveLength(full.states);
    expect(Object.keys(full.equilibria)).toEqual(['seq']);
    const common = (full.feasible as number[]).filter((code) =>
      full.actors.every((actor: string) => full.stable.seq[actor].includes(code)),
    );
    expect(full.equilibria.seq).toEqual(common);
  });

  it('says first which readings it took', () => {
    const { out } = demarche(['solve', tutorial, '--reading', 'torvale=hold', '--scenario', 'unsafe']);
    const [, taken] = out.replace(/\n(?!\n)/g, ' ').split(/(Taken: [^.]*\.)/);
    expect(taken).toContain('Torvale is read as “Wants a hold over the port”');
    expect(taken).toContain('where “The lining is unsafe” holds');
  });
});

describe('the other outputs fit their schemas', () => {
  it.each([
    ['answer', tutorial],
    ['answer', tutorial, '--agreements', 'none', '--concepts', 'all'],
    ['answer', tutorial, '--scenario', 'none', '--reading', 'torvale=hold'],
    ['hinge', tutorial],
    ['reach', tutorial, '--full'],
    ['why', tutorial, 'accord', '--without', 's09', '--without', 's16'],
    ['uses', tutorial, 's09'],
    ['uses', tutorial, 'analysis'],
    ['uses', tutorial, 'torvale'],
    ['uses', tutorial, 'torvale.income'],
    ['check', tutorial],
    ['explain', 'unknown-name'],
    ['explain', 'nash'],
    ['explain'],
    ['cite', tutorial],
    ['cite'],
  ])('%s %s %s', (...args) => {
    expect(jsonOf(args.filter((one) => one !== undefined)).demarche).toMatch(/^\d/);
  });

  it('every JSON names the case and its hash', () => {
    for (const args of [['answer'], ['hinge'], ['solve'], ['reach'], ['why', 'accord'], ['uses', 's09']]) {
      const [command, ...rest] = args;
      expect(jsonOf([command!, tutorial, ...rest]).case.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each([1, 2, 3])('a random case (%i)', (seed) => {
    const file = join(folder, `random-${seed}.yaml`);
    writeFileSync(file, randomCase(seed));
    for (const command of ['answer', 'solve', 'reach', 'hinge', 'check']) jsonOf([command, file]);
    for (const command of ['answer', 'solve', 'reach', 'hinge', 'check']) {
      const { out, status } = demarche(
        [command, file, '--full'].filter((one) => command !== 'hinge' || one !== '--full'),
      );
      expect(status).toBe(0);
      // Diagnostics are one line each, as compilers print them.
      if (command === 'check') continue;
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

describe('--report', () => {
  it('writes Markdown where the file is called so', () => {
    const file = join(folder, 'report.md');
    expect(demarche(['answer', tutorial, '--report', file, '--quiet']).status).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^# /);
    expect(text).not.toContain('<html');
  });

  it('writes one file, whole, that needs no network', () => {
    const file = join(folder, 'report.html');
    const { status, out, err } = demarche(['answer', tutorial, '--report', file]);
    expect([status, err]).toEqual([0, `wrote ${file}\n`]);
    expect(out).toBe(demarche(['answer', tutorial]).out);
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    const words = page.replace(/(<script[^>]*>)[\s\S]*?<\/script>/g, '$1');
    expect(words).not.toMatch(/<(?:link|img|iframe)\b|<script[^>]*\ssrc|url\((?!#)/);
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script type="application/json" id="demarche">',
      '<script>',
    ]);
    expect(readdirSync(folder).filter((one) => one.endsWith('.tmp'))).toEqual([]);
    demarche(['answer', tutorial, '--report', file, '--quiet', '--json']);
    expect(readFileSync(file, 'utf8')).toBe(page);
  });

  it('without its script it is a page that runs nothing', () => {
    const file = join(folder, 'plain.html');
    demarche(['answer', tutorial, '--report', file, '--no-script', '--quiet']);
    expect(readFileSync(file, 'utf8')).not.toMatch(/<(?:script|link|img)\b/);
  });

  it('says before it computes where it cannot write', () => {
    for (const file of [join(folder, 'nowhere', 'report.html'), folder]) {
      const { status, out, err } = demarche(['answer', tutorial, '--report', file]);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('cannot write');
    }
  });

  it('pictures are files of their own, those of the report', () => {
    const [figures, file] = [join(folder, 'figures'), join(folder, 'with-figures.html')];
    const { status, err } = demarche([
      'answer',
      'fixtures/oracle/doubt.yaml',
      '--report',
      file,
      '--figures',
      figures,
    ]);
    expect([status, err]).toEqual([0, `wrote ${file}\nwrote ${figures}\n`]);
    const page = readFileSync(file, 'utf8');
    const names = readdirSync(figures);
    expect(names.length).toBe(page.match(/<svg /g)!.length);
    for (const name of names) {
      expect(name).toMatch(/\.svg$/);
      expect(page).toContain(readFileSync(join(figures, name), 'utf8').trimEnd());
    }
    expect(demarche(['answer', tutorial, '--figures', file]).status).toBe(2);
  });

  it('a blind one names nobody', () => {
    const file = join(folder, 'blind.html');
    demarche(['answer', tutorial, '--report', file, '--blind']);
    expect(readFileSync(file, 'utf8')).not.toMatch(/torvale|marrin|okoro|tunnel/i);
  });
});

describe('new', () => {
  it('writes a case that runs, and never overwrites', () => {
    const out = join(folder, 'made', 'by-new');
    expect(demarche(['new', 'Who gets “it”: "all"?', '--out', out])).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(out)).toEqual(['case.yaml']);
    expect(demarche(['answer', out]).status).toBe(0);
    const before = readFileSync(join(out, 'case.yaml'), 'utf8');
    const again = demarche(['new', 'Another', '--out', out]);
    expect([again.status, again.out]).toEqual([2, '']);
    expect(again.err).toContain('is there already');
    expect(readFileSync(join(out, 'case.yaml'), 'utf8')).toBe(before);
  });
});

describe('the terminal', () => {
  it('no colour where there is no terminal, 80 columns, and less where asked', () => {
    const { out } = demarche(['answer', tutorial]);
    expect(out).not.toContain('\u001b');
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    for (const line of demarche(['answer', tutorial], { COLUMNS: '60' }).out.split('\n'))
      expect([...line].length).toBeLessThanOrEqual(60);
  });

  it('warnings are noted on stderr, and not with --quiet', () => {
    // A scenario in which the gate of what has begun is shut.
    const shut = join(folder, 'shut.yaml');
    writeFileSync(
      shut,
      'demarche: 1\ntitle: One bridge\nactors: { a: { options: { cross: Cross, pay: Pay } } }\n' +
        'opens: { a.cross: a.pay }\nnow: []\nreadings: { a: { r: { prefers: [a.cross] } } }\n' +
        'scenarios: { begun: { start: { a.cross: true } } }\n',
    );
    const loud = demarche(['solve', shut]);
    const still = demarche(['solve', shut, '--quiet']);
    expect(loud.err).toMatch(/warning/);
    expect(still.err).toBe('');
    expect(still.out).toBe(loud.out);
  });

  it('the same case gives the same bytes', () => {
    expect(demarche(['answer', tutorial, '--json']).out).toBe(demarche(['answer', tutorial, '--json']).out);
    expect(existsSync(join(root, 'report.html.tmp'))).toBe(false);
  });

  it.each([
    [['answer', tutorial]],
    [['check', tutorial, '--json']],
    [['answer', tutorial, '--reading', 'torvale=incom']],
    [['answer', 'cases/nowhere']],
    [['sweep', tutorial, '--samples', '20', '--threads', '2', '--json']],
    [[]],
  ])('a process says what the thread says in which these tests run: %j', (args) => {
    expect(demarcheProcess(args)).toEqual(demarche(args));
  });

  it('Ctrl-C ends it at once, which a shell reports as 130', () => {
    const command = `${process.execPath} packages/cli/bin/demarche.js answer cases/ukraine-talks-2025`;
    const script = `set -m; ${command} >/dev/null 2>&1 & sleep 1; kill -INT $!; wait $!; echo $?`;
    const started = performance.now();
    const { stdout } = spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' });
    expect(stdout.trim()).toBe('130');
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('an old Node is told what to do', () => {
    const bin = readFileSync(join(root, 'packages/cli/bin/demarche.js'), 'utf8');
    expect(bin.indexOf('process.versions.node')).toBeLessThan(bin.indexOf("import('../src/main.ts')"));
  });
});

describe('what is withheld', () => {
  it('is told by why without who said it', () => {
    const text = readFileSync(join(root, tutorial, 'case.yaml'), 'utf8').replace(
      /^( {4}published: .*\n)/m,
      '$1    withhold: true\n',
    );
    const path = join(folder, 'withheld.yaml');
    writeFileSync(path, text);
    const { out, status } = demarche(['why', path, 'nights', '--quiet']);
    expect(status).toBe(0);
    expect(out).toContain('a withheld voice');
    for (const name of ['Okoro', 'Lindgren', 'Verel']) expect(out).not.toContain(name);
  });
});
