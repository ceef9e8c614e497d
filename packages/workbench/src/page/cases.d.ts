/** The text of a case of the repository (`vite.config.ts`). */
declare module 'demarche:case/*' {
  export const text: string;
}
