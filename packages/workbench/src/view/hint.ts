import type { Diagnostic } from '@demarche/case';

/** What to do about a diagnostic, where the command line's way is not the page's. */
const here: Readonly<Record<string, string>> = {
  'anchor-unverified': 'Drop the text on the Source screen.',
};

export function hintOf({ code, hint }: Diagnostic): string | undefined {
  return here[code] ?? hint;
}
