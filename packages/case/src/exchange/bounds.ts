/** Feasible states that a file of another program is read from or written to by number. */
export const mostListed = 2 ** 16;

/** Branches looked through before a conflict counts as too large to list. */
export const mostSteps = 2 ** 21;

/** Mistakes of an imported file that are told; a file with more is no such file. */
export const mostTold = 100;

/** Payoffs of all actors together in a case that is imported. */
export const mostPayoffs = 60_000;
