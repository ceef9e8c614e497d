import { type Browser } from 'playwright-core';
/** Where a Chromium is: `CHROMIUM`, or where Debian's package puts it (`test/chromium-here.ts` brings it where it may). */
export declare const chromiumPath: string | undefined;
export declare function launch(): Promise<Browser>;
