/** The forms in which a source comes. */
export const textFormats = ['plain', 'html', 'markdown', 'pdf'] as const;
export type TextFormat = (typeof textFormats)[number];

/** What a source says of itself, as far as it was found. */
export type About = {
  readonly title?: string;
  /** `2026-06-12`, as the source states it: no time zone is applied. */
  readonly published?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly url?: string;
};

/** A source as text. Every offset into it counts its Unicode code points. */
export type SourceText = {
  readonly text: string;
  readonly format: TextFormat;
  readonly about: About;
  /** The text is the file's own, character by character, so that offsets hold in the file. */
  readonly verbatim: boolean;
  /** What was done to get the text, or found in it, that whoever works with it should know. Sentences. */
  readonly notes: readonly string[];
};

/** Why there is no text, and what to do. */
export type NoText = { readonly problem: string; readonly hint?: string };

/** Without the fields that hold nothing. */
export function stated(about: { readonly [Field in keyof About]: About[Field] | undefined }): About {
  return Object.fromEntries(Object.entries(about).filter(([, one]) => one !== undefined && one !== ''));
}
