import type { Case } from '@demarche/case';

/** What every JSON output says first: which program made it, of which case. */
export function aboutJson(found: Case, version: string) {
  return {
    demarche: version,
    case: {
      title: found.title,
      file: found.file,
      sha256: found.sha256,
      ...(found.asOf ? { asOf: found.asOf } : {}),
    },
  };
}
