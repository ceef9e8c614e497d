import type { Case } from '@demarche/case';
import { blindCase } from '@demarche/report/words';
import { useDocument } from '../document/use-document.ts';
import { useBlind } from './blind.ts';

const blinded = new WeakMap<Case, Case>();

/** The open case as it is to be shown: the last one without errors, with Party A, Party B, … for names where they are hidden. */
export function useFound(): Case | undefined {
  const found = useDocument().now.sound.case;
  const [blind] = useBlind();
  if (!found || !blind) return found;
  if (!blinded.has(found)) blinded.set(found, blindCase(found).case);
  return blinded.get(found);
}
