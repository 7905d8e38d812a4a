/** `npm run readme-picture`: takes the README's picture of the graph, public/readme/graph.png. */
import { chromium } from 'playwright';
import { builtSite } from '../tests/helpers/built-site.ts';
import { LAUNCH_ARGS, systemChromium } from '../tests/helpers/browser.ts';
import { serveFolder } from '../tests/helpers/serve-folder.ts';

const FILE = 'public/readme/graph.png';

const served = await serveFolder(builtSite());
const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
});
await page.goto(`${served.url}graph/`);
await page.locator('[data-map-host][data-ready]:not([data-drawing])').waitFor();
await page.locator('[data-map-host]').screenshot({ path: FILE });
await browser.close();
await served.close();
console.log(FILE);
