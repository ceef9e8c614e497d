import { version as stated } from 'demarche:version';

/** The version of the program, as reports and figures print it. */
export const version: string = stated;
