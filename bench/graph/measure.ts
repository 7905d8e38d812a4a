/** Measures one page in headless Chromium: the time until it can be used, and its frames while it moves. */
import type { Browser } from 'playwright';
import type {} from './contestants/contest.ts';
import { zoomAndDrag } from './gestures.ts';

export interface Measured {
  /** Milliseconds; null where it did not finish within the limit. */
  usable: number | null;
  /** Longest task of the main thread until it can be used, and during the gestures; 0 where none took 50 ms. */
  longestOpening: number | null;
  longestMoving: number | null;
  frameMedian: number | null;
  frame95: number | null;
  /** How many frames of the script were drawn within the limit. */
  frames: number;
}

interface Task {
  startTime: number;
  duration: number;
}

/** @param limit milliseconds for the opening, and again for the gestures */
export async function measure(
  browser: Browser,
  url: string,
  limit: number,
  screenshot?: string,
): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(limit);
  try {
    return await watch(page, url, limit, screenshot);
  } finally {
    // A page that still computes would not close.
    await Promise.race([page.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  }
}

async function watch(
  page: Awaited<ReturnType<Browser['newPage']>>,
  url: string,
  limit: number,
  screenshot?: string,
): Promise<Measured> {
  const nothing: Measured = {
    usable: null,
    longestOpening: null,
    longestMoving: null,
    frameMedian: null,
    frame95: null,
    frames: 0,
  };
  const longest = (tasks: Task[], from: number, to: number): number =>
    Math.max(
      0,
      ...tasks.filter(({ startTime }) => startTime >= from && startTime < to).map(({ duration }) => duration),
    );
  const tasks = (): Promise<Task[]> =>
    page.evaluate(async () => {
      // The observer reports a task only after its end.
      await new Promise((resolve) => setTimeout(resolve, 100));
      return (window as unknown as { longTasks: Task[] }).longTasks;
    });
  const opened = within(
    limit,
    (async () => {
      await page.goto(url, { waitUntil: 'commit' });
      await page.waitForFunction(() => window.usable);
      return page.evaluate(() => window.usable);
    })(),
  );
  const usable = await opened;
  if (usable === undefined) return nothing;
  const own = { ...nothing, usable, longestOpening: longest(await tasks(), 0, usable) };
  if (screenshot) await within(limit, page.screenshot({ path: screenshot }));
  const began = await page.evaluate(() => performance.now());
  const frames = await within(limit + 10_000, page.evaluate(zoomAndDrag, limit));
  if (!frames) return own;
  if (screenshot) await within(limit, page.screenshot({ path: screenshot.replace('.png', '-after.png') }));
  const sorted = frames.times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return {
    ...own,
    longestMoving: longest(await tasks(), began, Infinity),
    frameMedian: at(0.5),
    frame95: at(0.95),
    frames: frames.times.length,
  };
}

async function within<T>(limit: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), limit)));
  try {
    return await Promise.race([
      work.catch((error: Error) => {
        if (/Timeout|closed|crash/i.test(error.message)) return undefined;
        throw error;
      }),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
