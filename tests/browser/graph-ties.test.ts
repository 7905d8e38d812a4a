/** Lines between two documents: by pointer, in the panel, in the URL, and by keyboard. */
import { dot, heading, highlightedIds, map, openMap, panel, save } from '../helpers/graph-page.ts';
import { expect, placeOf, test, type Page } from '../helpers/site-test.ts';

const [ORCHESTRATION, EDGE] = ['08-single-site-orchestration', '14-edge-and-auto-scaling'];
const QUERY = `?tie=${ORCHESTRATION}..${EDGE}`;
const READ = '08 Single-Site Orchestration refers to 14 Edge and Auto-Scaling';
const listed = (page: Page) => panel(page).getByRole('region', { name: 'References of the line' });

/** A place on the line between two documents, away from all dots. */
async function placeOnLine(page: Page, from: string, to: string): Promise<{ x: number; y: number }> {
  const [a, b, host] = [
    await dot(page, from).boundingBox(),
    await dot(page, to).boundingBox(),
    await map(page).boundingBox(),
  ];
  const dots = await page
    .locator('.map.live circle')
    .evaluateAll((all) => all.map((circle) => circle.getBoundingClientRect().toJSON()));
  const middle = (box: {
    x: number;
    y: number;
    width: number;
    height: number;
  }): { x: number; y: number } => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const [start, end] = [middle(a!), middle(b!)];
  const places = Array.from({ length: 60 }, (_, i) => ({
    x: start.x + ((i + 1) / 61) * (end.x - start.x),
    y: start.y + ((i + 1) / 61) * (end.y - start.y),
  }));
  const free = places.filter(
    ({ x, y }) =>
      x > host!.x &&
      y > host!.y &&
      dots.every((box) => Math.hypot(middle(box).x - x, middle(box).y - y) > box.width / 2 + 14),
  );
  expect(free.length).toBeGreaterThan(0);
  return free[Math.floor(free.length / 2)];
}

test('pointing at a line highlights it, a click lists its references with sentences and links', async ({
  page,
  baseURL,
  complaints,
}) => {
  // Only two documents are visible, so that no other line is nearer.
  await openMap(page, '?kinds=document');
  await save(page, (data) => ({
    ...data,
    ties: data.ties.filter(({ source, target }) =>
      [source, target].every((id) => id === ORCHESTRATION || id === EDGE),
    ),
  }));
  await expect(page.locator('.map.live .tie')).toHaveCount(2);
  const { x, y } = await placeOnLine(page, ORCHESTRATION, EDGE);
  await page.mouse.move(x, y);
  await expect(page.locator('.tie-words')).toHaveText(new RegExp(`^${READ}: \\d+ references$`));
  await expect(page.locator('.map.live .tie.pointed')).toHaveCount(1);
  await page.mouse.click(x, y);
  await expect(heading(page)).toHaveText(READ);
  await expect(listed(page).getByText(/^\d+ references in \d+ sentences or rows\.$/)).toBeVisible();
  await expect(page.locator('.map-highlight .highlight-out')).toHaveCount(1);
  expect(await highlightedIds(page)).toEqual([ORCHESTRATION, EDGE]);
  expect(placeOf(page, baseURL)).toBe(`graph/?kinds=document&tie=${ORCHESTRATION}..${EDGE}`);
  const item = listed(page).getByRole('listitem').first();
  await expect(item.locator('mark')).not.toBeEmpty();
  await expect(item.getByRole('link').first()).toHaveText(/^spec\/08:\d+$/);
  expect(complaints).toEqual([]);
  await item
    .getByRole('link', { name: /^spec\/14/ })
    .last()
    .click();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/14-edge-and-auto-scaling\/#/);
});

test('dots take precedence over lines; empty ground and Escape clear the selection', async ({
  page,
  baseURL,
}) => {
  await openMap(page, QUERY);
  await expect(heading(page)).toHaveText(READ);
  await dot(page, EDGE).hover();
  await expect(page.locator('.tie-words')).toBeHidden();
  await dot(page, EDGE).click();
  await expect(heading(page)).toHaveText('14 Edge and Auto-Scaling');
  await page.goBack();
  await expect(heading(page)).toHaveText(READ);
  await page.keyboard.press('Escape');
  await expect(heading(page)).toHaveCount(0);
  expect(placeOf(page, baseURL)).toBe('graph/');
  await openMap(page, QUERY);
  await page.locator('.map.live').click({ position: { x: 4, y: 4 } });
  await expect(heading(page)).toHaveCount(0);
});

test('the keyboard selects a line of a document, its opposite line, and clears the selection', async ({
  page,
  baseURL,
}) => {
  await openMap(page, `?focus=${ORCHESTRATION}`);
  await panel(page)
    .getByRole('button', { name: /^\d+ references from 08 Single-Site Orchestration to 14 Edge/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(READ);
  await expect(heading(page)).toBeFocused();
  await expect(listed(page).getByRole('listitem').first()).toBeVisible();
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('[data-map-status]')).toHaveText(
    /^08 Single-Site Orchestration refers to 14 Edge and Auto-Scaling: \d+ references/,
  );
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('button', { name: 'The way back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('14 Edge and Auto-Scaling refers to 08 Single-Site Orchestration');
  expect(placeOf(page, baseURL)).toBe(`graph/?tie=${EDGE}..${ORCHESTRATION}`);
  await panel(page).getByRole('button', { name: '08 Single-Site Orchestration' }).click();
  await expect(heading(page)).toHaveText('08 Single-Site Orchestration');
  await page.goBack();
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(map(page)).toBeFocused();
});

test('with a selected document, the pointer picks its bent lines', async ({ page }) => {
  await openMap(page, `?focus=${EDGE}&kinds=document`);
  const arc = await page.locator('.map-highlight .highlight-in').evaluateAll((all) => {
    const longest = (all as unknown as SVGPathElement[]).toSorted(
      (one, other) => other.getTotalLength() - one.getTotalLength(),
    )[0];
    const { x, y } = longest
      .getPointAtLength(longest.getTotalLength() / 2)
      .matrixTransform(longest.getScreenCTM()!);
    return { x, y };
  });
  await page.mouse.click(arc.x, arc.y);
  await expect(heading(page)).toHaveText(/ refers to 14 Edge and Auto-Scaling$/);
});

test('bundle and matrix show the selected line', async ({ page }) => {
  await openMap(page, `${QUERY}&view=bundle`);
  await expect(heading(page)).toHaveText(READ);
  await expect(page.locator('.bundle .highlight-out').first()).toBeAttached();
  await expect(page.locator('.bundle .highlight-in')).toHaveCount(0);
  await page.goto(`graph/${QUERY}&view=matrix`);
  await expect(heading(page)).toHaveText(READ);
  await expect(page.locator(`.matrix .read[data-cell="${ORCHESTRATION} ${EDGE}"]`)).toHaveCount(1);
  await expect(page.locator('.matrix .read')).toHaveCount(1);
});

for (const query of [
  '?tie=nothing..of-the-kind',
  `?tie=${EDGE}..${EDGE}`,
  `?tie=${EDGE}..variable:FL_EDGE_BACKOFF`,
  '?tie=<b>',
]) {
  test(`leaves the panel unchanged for an invalid line: ${query}`, async ({ page, complaints }) => {
    await openMap(page, query);
    await expect(panel(page).getByText('Most referred to')).toBeVisible();
    await expect(page.locator('.map.live.highlighted')).toHaveCount(0);
    expect(complaints).toEqual([]);
  });
}

test('the panel reports that sentences could not be fetched', async ({ page }) => {
  await page.route(/graph-matrix\.json/, (route) => route.fulfill({ status: 500 }));
  await openMap(page, QUERY);
  await expect(listed(page).getByText('The sentences could not be fetched.')).toBeVisible();
});

test.describe('by touch, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap near a line selects it, and the link below the map leads to the panel', async ({ page }) => {
    await openMap(page, '?kinds=document');
    await save(page, (data) => ({
      ...data,
      ties: data.ties.filter(({ source, target }) =>
        [source, target].every((id) => id === ORCHESTRATION || id === EDGE),
      ),
    }));
    await expect(page.locator('.map.live .tie')).toHaveCount(2);
    const { x, y } = await placeOnLine(page, ORCHESTRATION, EDGE);
    await page.touchscreen.tap(x, y);
    await expect(heading(page)).toHaveText(READ);
    await expect(page.getByRole('link', { name: new RegExp(`^${READ}`) })).toBeInViewport();
  });
});
