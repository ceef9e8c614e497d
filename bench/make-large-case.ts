/** `node bench/make-large-case.ts OPTIONS [SEED [RULED-OUT]]`: prints the case file. */
import { largeCase } from './large-case.ts';

const [options = 24, seed = 12345, ruledOut = 0] = process.argv.slice(2).map(Number);
process.stdout.write(largeCase(options, seed, ruledOut));
