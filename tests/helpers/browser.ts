/** Which browser the tests use: Playwright's own, or else the system's. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** @returns the path of a system Chromium to use; undefined where Playwright has downloaded its own */
export function systemChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (existsSync(chromium.executablePath())) return undefined;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  );
}

export const LAUNCH_ARGS = ['--no-sandbox'];
