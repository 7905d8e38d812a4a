/** The site of a hostile set of documents is as harmless as any other. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pagesOf, ROOT } from '../helpers/built-site.ts';
import { ELSEWHERE, writeHostileSet } from '../helpers/hostile-set.ts';
import { serveFolder, type Served } from '../helpers/serve-folder.ts';
import { expect, settled, test, type Page } from '../helpers/site-test.ts';

test.describe.configure({ mode: 'serial' });

let folder: string;
let site: string;
let served: Served;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  site = path.join(folder, 'site');
  writeHostileSet(path.join(folder, 'docs'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/specgraph.mjs', 'site', 'build', path.join(folder, 'docs'), '--out', site],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, SITE_URL: '', BASE_PATH: '' } },
  );
  expect(status, stdout + stderr).toBe(0);
  served = await serveFolder(site);
});

test.afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** @returns the requests that left the site */
function watchRequests(page: Page): string[] {
  const left: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url) && !/^(?:blob|data):/.test(request.url()))
      left.push(request.url());
  });
  return left;
}

const attacked = (page: Page): Promise<boolean> => page.evaluate(() => 'attacked' in window);

test('nothing runs, nothing leaves, and every page keeps its parts', async ({ page }) => {
  test.slow();
  const left = watchRequests(page);
  page.on('dialog', (dialog) => dialog.dismiss());
  const pages = pagesOf(site).filter((name) => !name.startsWith('integrity/rules/'));
  expect(pages.length).toBeGreaterThan(7);
  for (const name of pages) {
    await page.goto(served.url + name.split('/').map(encodeURIComponent).join('/'));
    await settled(page);
    expect(await attacked(page), name).toBe(false);
    await expect(page.locator('[id="page:main"]'), name).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 }), name).toHaveCount(1);
    expect(await page.evaluate(() => typeof document.getElementById), name).toBe('function');
    await expect(
      page.locator('[data-document] :is(script, iframe, object, embed, base, meta, style, form)'),
      name,
    ).toHaveCount(0);
  }
  expect(left).toEqual([]);
});

test('search, previews and the map show the texts as texts', async ({ page }) => {
  const left = watchRequests(page);
  await page.goto(`${served.url}spec/02-second/`);
  await page.keyboard.press('/');
  await page.keyboard.type('attacked');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('link', { name: 'the first' }).hover();
  await settled(page);
  await page.goto(`${served.url}graph/`);
  await settled(page);
  expect(await attacked(page)).toBe(false);
  expect(left).toEqual([]);
});

test('files that run are published as text, and pictures and feeds hold no program', () => {
  const files = globSync('files/**/*.*', { cwd: site })
    .map((file) => path.basename(file))
    .sort();
  expect(files).toEqual(['attack.html.txt', 'attack.svg.txt', 'good.svg']);
  for (const file of globSync('**/*.{svg,xml}', { cwd: site }))
    expect(readFileSync(path.join(site, file), 'utf8'), file).not.toMatch(/<script|onerror=/);
  expect(existsSync(path.join(site, 'llms.txt'))).toBe(true);
  expect(readFileSync(path.join(site, '_headers'), 'utf8')).not.toContain(ELSEWHERE);
});
