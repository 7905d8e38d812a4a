/** A site built for a path below the root of its server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkBuiltLinks } from '../../src/integration/check-built-links.ts';
import { buildSite, builtText } from '../helpers/built-site.ts';
import { serveFolder, type Served } from '../helpers/serve-folder.ts';
import { expect, idle, placeOf, test } from '../helpers/site-test.ts';

const BASE = '/specs/flower/';

test.describe.configure({ mode: 'serial' });

let dist: string;
let site: Served;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  dist = await mkdtemp(path.join(tmpdir(), 'sub-path-'));
  buildSite(dist, { BASE_PATH: BASE });
  site = await serveFolder(dist, BASE);
});
test.afterAll(async () => {
  await site?.close();
  await rm(dist, { recursive: true, force: true });
});

test('every link resolves below the path', async () => {
  const { dead, links } = await checkBuiltLinks(dist, BASE);
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(5000);
  const { entries } = JSON.parse(builtText(dist, 'search-index.json')) as {
    entries: [number, string, string][];
  };
  expect(entries.filter(([, , url]) => !url.startsWith(BASE))).toEqual([]);
});

test('pages, search and graph work as at the root', async ({ page, complaints }) => {
  await page.goto(site.url);
  await page.getByRole('banner').getByRole('link', { name: 'Variables' }).click();
  await page.getByRole('main').getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true }).first().click();
  await expect.poll(() => placeOf(page, site.url)).toBe('variables/FL_EDGE_BACKOFF/');
  await page.waitForLoadState();
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('combobox').fill('spec/14');
  await dialog.getByRole('option').first().click();
  await expect.poll(() => placeOf(page, site.url)).toMatch(/^spec\/14-/);
  await page.goto(`${site.url}graph/`);
  await idle(page);
  expect(complaints).toEqual([]);
});

test('previews and uses are fetched from below the path, and link to pages below it', async ({
  page,
  complaints,
}) => {
  await page.goto(`${site.url}spec/03-contextualization-reference/`);
  const target = page.getByRole('main').locator('p a.ref-section').first();
  await target.hover();
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview).toBeVisible({ timeout: 15_000 });
  const links = await preview
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((href) => !href?.startsWith(BASE))).toEqual([]);
  await page.mouse.move(5, 5);
  await page.getByRole('button', { name: /mentions of FL_NUM_ROUNDS$/ }).click();
  await expect(page.locator(`.uses-panel a[href^="${BASE}spec/"]`).first()).toBeVisible({ timeout: 15_000 });
  expect(complaints).toEqual([]);
});
