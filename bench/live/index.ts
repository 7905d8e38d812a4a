/** The time from saving a document until an open page shows it, against a full reload of the same page. */
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { LAUNCH_ARGS, systemChromium } from '../../tests/helpers/browser.ts';
import { serveProject, startDevProject, type DevProject } from '../../tests/helpers/dev-project.ts';
import { median } from '../process.ts';
import { prepareStarlight, STARLIGHT } from '../starlight/sites.ts';

/** The smallest, the newest and the largest document. */
const DOCUMENTS = ['06-ml-framework-variants', '14-edge-and-auto-scaling', '03-contextualization-reference'];
/** Edits before the measured ones. */
const WARM_UP_EDITS = 4;
/** Pause between two saves, so that the file watcher has finished. */
const PAUSE_MS = 400;

export interface Figures {
  median: number;
  p95: number;
}

export interface Measured {
  document: string;
  /** Milliseconds from the save to the text in the page. */
  inPlace: Figures;
  /** Milliseconds from the save until the server has read the documents. */
  server: Figures;
  fullReload: Figures;
  /** The median of the reload divided by the median of the update. */
  ratio: number;
}

export interface LiveReport {
  machine: object;
  goal: string;
  met: boolean;
  results: Measured[];
}

/** Makes the open page reload in full, as Vite does by default. */
const RELOADING = `
  import { createHotContext } from '/@vite/client';
  const hot = createHotContext('/peer');
  let reloading = false;
  const follow = ({ documents, savedAt }) => {
    if (reloading || (documents.changed.length === 0 && savedAt <= performance.timeOrigin)) return;
    reloading = true;
    location.reload();
  };
  hot.on('specgraph:ahead', follow);
  hot.on('specgraph:changed', follow);
  hot.send('specgraph:hello', {});
`;

/** Records when the page shows an edit, and when the server had read it. */
function recordEdits(): void {
  const seen: Record<string, number> = {};
  const recordShown = (): void => {
    const number = /Measured edit (\d+)\./.exec(document.querySelector('main')?.textContent ?? '')?.[1];
    if (number) seen[number] ??= Date.now();
  };
  new MutationObserver(recordShown).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  document.addEventListener('spec:changed', (event) =>
    Object.assign(window, { readAt: (event as CustomEvent<{ readAt: number }>).detail.readAt }),
  );
  Object.assign(window, { seen });
}

/** A server whose documents are edited. */
interface Edited extends Pick<DevProject, 'url' | 'edit'> {
  /** The folder of the documents in its project. */
  documents: string;
}

/**
 * The same with the server of Starlight, which loads the page anew.
 * @param edits how many saves are measured for each document
 * @returns milliseconds from the save to the text in the page, by document
 */
export async function benchStarlightLive(
  edits: number,
  log: (line: string) => void,
): Promise<Map<string, Figures>> {
  prepareStarlight(log);
  const server = await serveProject(STARLIGHT, path.join(STARLIGHT, 'node_modules/astro/bin/astro.mjs'));
  const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
  try {
    const measured = new Map<string, Figures>();
    for (const document of DOCUMENTS) {
      const page = await browser.newPage();
      const all = await measure(
        { ...server, documents: 'src/content/docs/spec/' },
        page,
        document,
        edits,
        false,
      );
      await page.close();
      measured.set(document, figures(all.map(({ shown }) => shown)));
      log(`${document}: Starlight ${measured.get(document)!.median} ms`);
    }
    return measured;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param edits how many saves are measured for each document and each way of updating */
export async function benchLive(edits: number, log: (line: string) => void): Promise<LiveReport> {
  const server = await startDevProject();
  const project = { ...server, documents: 'spec/' };
  const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
  try {
    const results: Measured[] = [];
    for (const document of DOCUMENTS) {
      const page = await browser.newPage();
      const live = await measure(project, page, document, edits, true);
      await page.route('**/src/client/live/start.ts*', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: RELOADING }),
      );
      const reload = await measure(project, page, document, edits, false);
      await page.close();
      const [inPlace, fullReload] = [
        figures(live.map((one) => one.shown)),
        figures(reload.map((one) => one.shown)),
      ];
      results.push({
        document,
        inPlace,
        server: figures(live.map((one) => one.server)),
        fullReload,
        ratio: round(fullReload.median / inPlace.median),
      });
      log(
        `${document}: ${inPlace.median} ms (95 %: ${inPlace.p95}), of it the server ${results.at(-1)!.server.median} ms; full reload ${fullReload.median} ms, ratio ${results.at(-1)!.ratio}`,
      );
    }
    return {
      machine: {
        node: process.version,
        browser: browser.version(),
        cpu: cpus()[0]?.model,
        cores: availableParallelism(),
        load: loadavg().map(round),
      },
      goal: 'median of 50 ms from save to browser',
      met: results.every(({ inPlace }) => inPlace.median <= 50),
      results,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Edit {
  shown: number;
  server: number;
}

/** @param isLive whether the page is updated in place; one that is loaded anew cannot say when the server has read a save */
async function measure(
  project: Edited,
  page: Page,
  document: string,
  edits: number,
  isLive: boolean,
): Promise<Edit[]> {
  const file = `${project.documents}${document}.md`;
  await page.addInitScript(recordEdits);
  await page.goto(`${project.url}spec/${document}/`, { waitUntil: 'networkidle' });
  const measured: Edit[] = [];
  for (let i = 0; i < edits + WARM_UP_EDITS; i++) {
    await page.waitForTimeout(PAUSE_MS);
    const saved = Date.now();
    await project.edit(file, (text) => withEdit(text, i));
    const shown = await page.waitForFunction(
      (number) => (window as unknown as { seen: Record<string, number> }).seen[number],
      i,
      { polling: 50, timeout: 60_000 },
    );
    const readAt = isLive ? await timeOfReading(page, saved) : Number.NaN;
    if (i >= WARM_UP_EDITS)
      measured.push({ shown: Number(await shown.jsonValue()) - saved, server: readAt - saved });
  }
  await project.edit(file, (text) => text.replace(EDIT, ''));
  return measured;
}

/** When the server had read the documents after a save. The page learns it with the rest of its content. */
async function timeOfReading(page: Page, saved: number): Promise<number> {
  const read = await page.waitForFunction(
    (since) => {
      const { readAt = 0 } = window as unknown as { readAt?: number };
      return readAt >= since && readAt;
    },
    saved,
    { polling: 50, timeout: 60_000 },
  );
  return Number(await read.jsonValue());
}

const EDIT = /Measured edit \d+\.\n\n/;

/** Puts a sentence before the third section, in the middle of the document. */
function withEdit(text: string, number: number): string {
  const sentence = `Measured edit ${number}.\n\n`;
  return EDIT.test(text) ? text.replace(EDIT, sentence) : text.replace(/^## 3\. /m, `${sentence}$&`);
}

function figures(numbers: readonly number[]): Figures {
  const sorted = numbers.toSorted((a, b) => a - b);
  return {
    median: round(median(sorted)),
    p95: round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN),
  };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
