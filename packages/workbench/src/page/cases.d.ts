/** The text of a case of the repository and the texts of its sources, by id (`vite.config.ts`). */
declare module 'demarche:case/*' {
  export const text: string;
  export const texts: Readonly<Record<string, string>>;
}
