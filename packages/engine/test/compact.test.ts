import { compact, structureOf } from '../src/index.ts';
import { solverConformance } from './suites/solver-conformance.ts';

solverConformance('compact', compact, structureOf);
