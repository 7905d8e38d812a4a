/** The page of a large specification, which has neither a matrix nor sentences, and follows saves. This specification, taken for a large one. */
import { startDevProject, type DevProject } from '../helpers/dev-project.ts';
import { answer, heading, isDrawn, picture, questions, words } from '../helpers/graph-page.ts';
import { expect, test, type Page } from '../helpers/site-test.ts';

const BACKOFF = 'variable:FL_EDGE_BACKOFF';
/** The machine may be busy. */
const SOON = { timeout: 20_000 };

test.describe.configure({ mode: 'default', timeout: 90_000 });

let project: DevProject;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  project = await startDevProject({ LARGE_GRAPH_NODES: '500' });
});
test.afterAll(() => project?.close());

async function open(page: Page, query = ''): Promise<void> {
  await expect(async () => {
    await page.goto(`${project.url}graph/${query}`);
    await expect(page.locator('[data-map-host][data-ready]')).toBeVisible({ timeout: 5000 });
  }).toPass(SOON);
  await isDrawn(page);
}
const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

test('answers questions without sentences, and lists long answers in portions', async ({
  page,
  complaints,
}) => {
  await open(page, `?focus=${BACKOFF}`);
  await expect(page.getByRole('button', { name: 'Matrix', exact: true })).toHaveCount(0);
  await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
  await page.getByRole('button', { name: 'What to read again' }).click();
  await expect(words(page)).toHaveText(/^\d documents refer to FL_EDGE_BACKOFF in \d+ places/, SOON);
  await answer(page).locator('.relations button').first().click();
  await expect(heading(page)).not.toHaveText('FL_EDGE_BACKOFF');
  await open(page, '?ask=near&of=02-supernode-appliance&depth=2&kinds=document,section');
  const places = answer(page).locator('details').nth(1).getByRole('listitem');
  await answer(page).locator('details').nth(1).locator('summary').click();
  await expect(places).toHaveCount(101, SOON);
  await answer(page)
    .getByRole('button', { name: /^\d+ more$/ })
    .last()
    .click();
  await expect.poll(() => places.count()).toBeGreaterThan(101);
  await expect(places.nth(100).getByRole('button')).toBeFocused();
  expect(complaints).toEqual([]);
});

test('follows saves: findings come and go, place and selection stay', async ({ page, complaints }) => {
  test.slow();
  const file = 'spec/14-edge-and-auto-scaling.md';
  const text = '\n## Short-Lived\n\nSee Section 77 of this document.\n';
  const place = '?focus=14-edge-and-auto-scaling&at=400,0,1.5';
  await open(page, place);
  const before = await picture(page);
  await project.edit(file, (old) => old + text);
  await expect(page.locator('[data-panel-body]')).toContainText('Findings (', SOON);
  await expect.poll(() => picture(page)).not.toBe(before);
  expect(query(page)).toBe(place);
  await expect(heading(page)).toHaveText('14 Edge and Auto-Scaling');

  await questions(page).selectOption('findings');
  await expect(words(page)).toHaveText(/^\d+ findings?; broken: /, SOON);
  await expect(answer(page).getByRole('listitem').filter({ hasText: 'Section 77' })).toHaveCount(1);
  expect(query(page)).toContain('ask=findings');
  await page.goBack();
  await expect(answer(page)).toBeEmpty();

  // A node that a save deletes is deselected.
  await page.evaluate(() => {
    history.pushState(null, '', '?focus=14-edge-and-auto-scaling%23short-lived');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(heading(page)).toHaveText('Short-Lived');
  await project.edit(file, (old) => old.replace(text, ''));
  await expect(heading(page)).toHaveCount(0, SOON);
  expect(query(page)).toBe('');
  expect(complaints).toEqual([]);
});
