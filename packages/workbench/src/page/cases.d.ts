/** The text of a case of the repository and the texts of its sources, by id (`vite.config.ts`). */
declare module 'demarche:case/*' {
  export const text: string;
  export const texts: Readonly<Record<string, string>>;
}

/** The version of the program (`vite.config.ts`). */
declare module 'demarche:version' {
  export const version: string;
}
