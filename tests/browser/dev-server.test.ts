/** The dev server follows the author, and nothing he saves can end it. */
import { startDevProject, type DevProject } from '../helpers/dev-project.ts';
import { expect, test, type Page } from '../helpers/site-test.ts';

const DOCUMENT = 'spec/14-edge-and-auto-scaling.md';
const PAGE = 'spec/14-edge-and-auto-scaling/';

test.describe.configure({ mode: 'serial', timeout: 90_000 });

let project: DevProject;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  project = await startDevProject();
});
test.afterAll(() => project?.close());

/** Opens a page, again where the server's own reload came between. */
const visit = (page: Page, path: string): Promise<void> => expect(async () => {
  expect((await page.goto(project.url + path))?.status()).toBe(200);
}).toPass({ timeout: 20_000 });

test('an open page shows what was saved, without a reload by hand', async ({ page }) => {
  await visit(page, PAGE);
  await project.edit(DOCUMENT, (text) => text.replace('## 2. ', 'A sentence just written about `FL_EDGE_BACKOFF`.\n\n## 2. '));
  const sentence = page.getByRole('main').locator('p', { hasText: 'A sentence just written' });
  await expect(sentence).toBeVisible({ timeout: 20_000 });
  await expect(sentence.getByRole('link', { name: 'FL_EDGE_BACKOFF' })).toHaveAttribute('href', '/variables/FL_EDGE_BACKOFF/');
});

test('a broken reference is shown where it stands and on the integrity page, until it is mended', async ({ page }) => {
  await project.edit(DOCUMENT, (text) => text.replace('A sentence just written', 'See Section 77. A sentence just written'));
  await visit(page, PAGE);
  await expect(page.locator('.ref-broken', { hasText: 'Section 77' })).toBeVisible();
  await visit(page, 'integrity/');
  await expect(page.getByRole('main')).toContainText('broken-section');
  await project.edit(DOCUMENT, (text) => text.replace('See Section 77. ', ''));
  await expect(page.getByRole('main').locator('.finding', { hasText: 'Section 77' })).toHaveCount(0, { timeout: 20_000 });
  expect(project.alive()).toBe(true);
});

test('a contract that cannot be read leaves the pages as they were', async ({ page }) => {
  await project.edit('spec/contracts/phase-09.yaml', (text) => `must_haves: [unclosed\n${text}`);
  await visit(page, PAGE);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Edge and Auto-Scaling');
  await expect.poll(() => project.output()).toContain('phase-09.yaml');
  await project.edit('spec/contracts/phase-09.yaml', (text) => text.replace('must_haves: [unclosed\n', ''));
  await visit(page, 'phases/9/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(project.alive()).toBe(true);
});

test('a new document gets its page, a removed one loses it', async ({ page }) => {
  await project.edit('spec/15-more.md', () => '# More\n\n## 1. Scope\n\nText of the new document.\n');
  await visit(page, 'spec/15-more/');
  await expect(page.getByRole('main')).toContainText('Text of the new document');
  await project.remove('spec/15-more.md');
  await expect.poll(async () => (await page.request.get(`${project.url}spec/15-more/`)).status(), { timeout: 20_000 }).toBe(404);
  await visit(page, PAGE);
});
