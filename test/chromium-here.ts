import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where a Chromium is, if there is one. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && existsSync(path),
  );

/** Brings Chromium for the browser tests where it may: Debian's package, as root. Elsewhere they are skipped, and that is said. */
export function setup(): void {
  if (chromiumPath()) return;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.warn('no Chromium: installing Debian’s package for the browser tests …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  }
  if (!chromiumPath())
    console.warn(
      '\nNO CHROMIUM: every browser test is skipped and counted as skipped. Install Chromium, or name it by CHROMIUM=PATH.\n',
    );
}
