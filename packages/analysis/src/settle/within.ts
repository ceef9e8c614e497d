import { LimitError } from '@demarche/case';
import { TooLarge } from '@demarche/engine';

/** What the engine does not take on, told as commands tell it. */
export function within<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new LimitError('too-large', error.message, error.estimate);
  }
}
