import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: beside its place first, then moved there. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    // What a process of the same number left when it was killed.
    rmSync(beside, { force: true });
    writeFileSync(beside, text, { flag: 'wx' });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
