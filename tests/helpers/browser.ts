/** Which browser the tests use: a headless one of the system, Playwright's own, or else any of the system. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** @returns the path of a Chromium to use; undefined for Playwright's own */
export function systemChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (existsSync(HEADLESS_SHELL)) return HEADLESS_SHELL;
  if (existsSync(chromium.executablePath())) return undefined;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  );
}

export const LAUNCH_ARGS = ['--no-sandbox'];
