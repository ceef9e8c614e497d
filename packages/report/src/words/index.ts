export { type BlindNames, blindCase, partyName } from './blind.ts';
export * from './misread.ts';
export * from './names.ts';
export * from './perception.ts';
export * from './rules.ts';
export * from './sentences.ts';
export * from './states.ts';
export * from './surprise.ts';
export * from './verdicts.ts';
