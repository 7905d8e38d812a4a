import { expect, placeOf, settled, test } from '../helpers/site-test.ts';

test('a dot lights what it is tied to, a click tells about it, the panel leads to its page', async ({ page, complaints }) => {
  await page.goto('graph/');
  const dot = page.locator('.map.live [data-id="14-edge-and-auto-scaling"] circle');
  await dot.hover();
  await expect(page.locator('.map.live .node.near')).not.toHaveCount(0);
  await expect(page.locator('.map.live')).toHaveClass(/lit/);
  await dot.click();
  const panel = page.getByRole('complementary', { name: 'Selected' });
  await expect(panel.getByRole('heading', { name: '14 Edge and Auto-Scaling' })).toBeVisible();
  await panel.getByRole('link', { name: 'Open its page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Edge and Auto-Scaling' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the legend is the filter, and the URL keeps it', async ({ page, baseURL }) => {
  await page.goto('graph/');
  await page.getByLabel('Phases').check();
  await page.getByLabel('Variables').uncheck();
  await expect(page.locator('.map.live .node-phase')).toHaveCount(9);
  await expect(page.locator('.map.live .node-variable')).toHaveCount(0);
  expect(placeOf(page, baseURL)).toBe('graph/?kinds=document,phase');
  await page.reload();
  await expect(page.locator('.map.live .node-phase')).toHaveCount(9);
});

test('zooming shows more labels, dragging moves a dot', async ({ page }) => {
  await page.goto('graph/');
  await settled(page);
  const labelled = () => page.locator('.map.live .node.labelled').count();
  const before = await labelled();
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(labelled).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Fit' }).click();
  const dot = page.locator('.map.live [data-id="11-gpu-validation"] circle');
  const start = (await dot.boundingBox())!;
  await page.mouse.move(start.x + 5, start.y + 5);
  await page.mouse.down();
  await page.mouse.move(start.x + 105, start.y + 45, { steps: 8 });
  await expect.poll(async () => (await dot.boundingBox())!.x).toBeGreaterThan(start.x + 50);
  await page.mouse.up();
});

test('with the keyboard alone: list, panel, neighbours, page', async ({ page, baseURL }) => {
  await page.goto('graph/');
  await page.getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true }).focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 2, name: 'FL_EDGE_BACKOFF' });
  await expect(heading).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '03 Contextualization Variable Reference' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-map-panel]')).toHaveAttribute('data-empty', 'true');
  expect(placeOf(page, baseURL)).toBe('graph/');
});
