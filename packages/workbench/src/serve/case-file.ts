/** A case as it lies on the disk, with the texts of its sources that lie beside it, by source id. */
export type OnDisk = {
  readonly text: string;
  readonly texts: Readonly<Record<string, string>>;
};

/** What the page reads and writes: given by whoever starts the server, who knows where the case lies. */
export type CaseFile = {
  /** Shown to the person: the path as it was given. */
  readonly name: string;
  /** Throws where it cannot be read. */
  readonly load: () => OnDisk;
  /** Whole or not at all; throws where it cannot be written. */
  readonly save: (text: string) => void;
  /** Calls back when the file may have changed; returns how to stop that. */
  readonly watch: (changed: () => void) => () => void;
};
