import { mkdirSync, writeFileSync } from 'node:fs';
import { codes } from '../src/index.ts';

const fences = { case: 'yaml', gmcr: 'json', nfg: 'text', csv: 'csv' } as const;
const folder = new URL('../../../docs/reference/diagnostics/', import.meta.url);

/** The reference page of every diagnostic, as `demarche explain CODE` prints them; a test keeps it fresh. */
export function diagnosticsPage(): string {
  const pages = Object.entries(codes).map(
    ([code, { title, severity, explanation, hint, example, mended, format }]) => {
      const fence = (text: string) =>
        `\`\`\`${fences[format ?? 'case']}\n${text.replace('\u0000', '␀').trimEnd()}\n\`\`\`\n`;
      const shown =
        example !== undefined && example.length < 1000
          ? `\n${example === '' ? '' : `The mistake:\n\n${fence(example)}\n`}Mended:\n\n${fence(mended!)}`
          : '';
      const what = hint === undefined ? '' : `\nWhat to do: ${hint}.\n`;
      return `## \`${code}\`\n\n**${title}** (${severity}). ${explanation}\n${what}${shown}`;
    },
  );
  return `# Diagnostics\n\nEvery mistake and warning that \`demarche check\` and \`import\` report, by its code. Generated from \`packages/case/src/codes\`.\n\n${pages.join('\n')}`;
}

export const diagnosticsFile = new URL('README.md', folder);

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(diagnosticsFile, diagnosticsPage());
}
