import { plain, structureOf } from '../src/index.ts';
import { solverConformance } from './suites/solver-conformance.ts';

solverConformance('plain', plain, structureOf, {
  skip: [{ part: 'laws', reason: 'it is the reference, conflict by conflict' }],
});
