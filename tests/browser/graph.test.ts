/** The map of the specification: filtered, pointed at, followed, and walked by keyboard as a list. */
import { expect, placeOf, test, type Page } from '../helpers/site-test.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Selected' });
const dots = (page: Page, kind: string) => page.locator(`.map.live .node-${kind}`);
const dot = (page: Page, id: string) => page.locator(`.map.live [data-id="${id}"] circle`);
const LIST = (page: Page) => page.getByRole('region', { name: 'The same as a list' });

test.beforeEach(async ({ page }) => {
  await page.goto('graph/');
  await expect(dots(page, 'document')).toHaveCount(15);
});

test('shows documents and variables, and all of them at once', async ({ page }) => {
  expect(await dots(page, 'variable').count()).toBeGreaterThanOrEqual(46);
  expect(await dots(page, 'requirement').count()).toBe(0);
  const stage = (await page.locator('.map.live').boundingBox())!;
  for (const box of await page.locator('.map.live circle').evaluateAll((all) => all.map((circle) => circle.getBoundingClientRect().toJSON()))) {
    expect(box.left).toBeGreaterThanOrEqual(stage.x);
    expect(box.right).toBeLessThanOrEqual(stage.x + stage.width);
  }
});

test('the legend filters map, list and URL', async ({ page, baseURL }) => {
  await page.getByRole('checkbox', { name: /Requirements/ }).check();
  await expect(dots(page, 'requirement')).not.toHaveCount(0);
  await expect(LIST(page).getByRole('heading', { name: 'Requirements' })).toBeVisible();
  await page.getByRole('checkbox', { name: /Variables/ }).uncheck();
  await expect(dots(page, 'variable')).toHaveCount(0);
  await expect(LIST(page).getByRole('heading', { name: 'Variables' })).toBeHidden();
  expect(placeOf(page, baseURL)).toBe('graph/?kinds=document,requirement');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: /Variables/ })).not.toBeChecked();
  await expect(dots(page, 'requirement')).not.toHaveCount(0);
});

test('a click selects a dot, the panel tells about it and leads on', async ({ page, baseURL }) => {
  await dot(page, '14-edge-and-auto-scaling').click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('Edge and Auto-Scaling');
  expect(placeOf(page, baseURL)).toContain('focus=14-edge-and-auto-scaling');
  await panel(page).getByRole('button', { name: 'FL_EDGE_BACKOFF', exact: true }).click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('FL_EDGE_BACKOFF');
  await panel(page).getByRole('link', { name: 'Open its page' }).click();
  expect(placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
});

test('a click on empty ground and Escape let go of it', async ({ page }) => {
  const heading = panel(page).getByRole('heading', { level: 2 });
  await dot(page, '14-edge-and-auto-scaling').click();
  await expect(heading).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(heading).toHaveCount(0);
  await dot(page, '14-edge-and-auto-scaling').click();
  await page.locator('.map.live').click({ position: { x: 4, y: 4 } });
  await expect(heading).toHaveCount(0);
});

test('what is selected can be linked', async ({ page }) => {
  await page.goto('graph/?focus=variable%3AFL_EDGE_BACKOFF');
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('FL_EDGE_BACKOFF');
  await page.goto('graph/?focus=nothing-of-the-kind&kinds=x');
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveCount(0);
});

test('a dot is dragged, and the wheel comes closer', async ({ page }) => {
  const target = dot(page, '14-edge-and-auto-scaling');
  const before = (await target.boundingBox())!;
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + 90, before.y + 70, { steps: 6 });
  await expect.poll(async () => Math.abs((await target.boundingBox())!.x - before.x)).toBeGreaterThan(40);
  await page.mouse.up();
  const size = (await target.boundingBox())!.width;
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await target.boundingBox())!.width).toBeGreaterThan(size * 1.1);
});

test('all of it goes by keyboard: legend, list, panel and back', async ({ page, baseURL }) => {
  await page.getByRole('checkbox', { name: /Phases/ }).focus();
  await page.keyboard.press('Space');
  await expect(dots(page, 'phase')).toHaveCount(9);
  await LIST(page).getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('link', { name: 'Open its page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('FL_EDGE_BACKOFF');
  expect(placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
});
