import type { ReportRecord } from '../record/record.ts';
import type { Verified } from '../record/verify.ts';

/** `demarche verify --json`. */
export function verifyJson(
  file: string,
  { version: made, case: carried, asked }: ReportRecord,
  result: Verified,
  version: string,
) {
  const { name, sha256, withheld } = carried;
  return {
    demarche: version,
    report: file,
    writtenBy: made,
    case: { file: name, sha256, ...(withheld ? { withheld } : {}) },
    settings: asked,
    ...result,
  };
}
