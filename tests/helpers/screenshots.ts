/** Screenshots of every type of page, in two widths and two themes. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright';
import { LAUNCH_ARGS, systemChromium } from './browser.ts';
import { serveFolder } from './serve-folder.ts';

export const PAGES: Record<string, string> = {
  home: '',
  about: 'about/',
  guide: 'guide/',
  print: 'print/',
  document: 'spec/14-edge-and-auto-scaling/',
  'document-table': 'spec/03-contextualization-reference/#4-supernode-parameters',
  variables: 'variables/',
  variable: 'variables/FL_EDGE_BACKOFF/',
  builder: 'variables/builder/',
  graph: 'graph/',
  ...graphPages(),
  boot: 'boot/',
  phases: 'phases/',
  phase: 'phases/9/',
  requirements: 'requirements/',
  attributes: 'attributes/',
  integrity: 'integrity/',
  rule: 'integrity/rules/broken-section/',
  'not-found': 'nowhere/',
};

/** The views of the graph: with nothing, a document and a variable selected, and with answers. */
function graphPages(): Record<string, string> {
  const selections = {
    '': '',
    '-document': 'focus=14-edge-and-auto-scaling',
    '-variable': 'focus=variable:FL_EDGE_BACKOFF',
  };
  const views = ['', 'matrix'].flatMap((view) =>
    Object.entries(selections).map(([name, focus]) => [
      `graph${view && `-${view}`}${name}`,
      `graph/?${[view && `view=${view}`, focus].filter(Boolean).join('&')}`,
    ]),
  );
  return {
    ...Object.fromEntries(views),
    'graph-sections': 'graph/?kinds=document,section',
    'graph-impact': 'graph/?ask=impact&of=14-edge-and-auto-scaling%233-intermittent-connectivity-handling',
    'graph-path': 'graph/?ask=path&of=12-multi-site-federation&to=05-supernode-tls-trust',
  };
}

/** The graph comes to rest within this time. */
const ANIMATION_MS = 250;

export interface ScreenshotOptions {
  site: string;
  folder: string;
  /** Only pages whose name contains this. */
  only?: string;
}

/** @returns the files written */
export async function takeScreenshots({ site, folder, only = '' }: ScreenshotOptions): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const served = await serveFolder(site);
  const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
  const files: string[] = [];
  for (const width of [1440, 1024, 390]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width, height: width > 1000 ? 960 : 844 },
        colorScheme,
        hasTouch: width < 1000,
        isMobile: width < 1000,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      for (const [name, url] of Object.entries(PAGES)) {
        if (!name.includes(only) || (width === 1024 && !name.startsWith('graph'))) continue;
        const file = path.join(folder, `${name}-${width}-${colorScheme}.png`);
        await page.goto(served.url + url);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(ANIMATION_MS);
        await page.screenshot({ path: file });
        files.push(file);
      }
      await context.close();
    }
  }
  await browser.close();
  await served.close();
  return files;
}
