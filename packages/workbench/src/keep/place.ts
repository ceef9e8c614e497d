import type { Texts } from '@demarche/case';

/** A case as it was found where it is kept, with the fingerprint that saving refers to. */
export type Found = { readonly text: string; readonly sha: string; readonly texts?: Texts };

export type Saving =
  | { readonly kind: 'saved'; readonly sha: string }
  /** Somebody else wrote in the meantime; nothing was written over it. */
  | ({ readonly kind: 'clash' } & Found)
  /** It could not be written; what was there is still there. */
  | { readonly kind: 'failed'; readonly message: string };

/** Where a case is kept: with the server of `demarche open`, in a file that the person opened, or in this browser. */
export type Place = {
  /** Names the place among all: drafts and other tabs go by it. */
  readonly id: string;
  /** Shown to the person. */
  readonly name: string;
  readonly load: () => Promise<Found>;
  /** Writes only over what has the fingerprint `base`. */
  readonly save: (text: string, base: string) => Promise<Saving>;
  /** Calls back when what is kept may have changed. */
  readonly watch: (changed: () => void) => () => void;
};
