/** The map by keyboard, by touch, by screen reader, and while the specification is edited. */
import { axeFaults } from '../helpers/axe.ts';
import { expect, placeOf, pressUntilFocused, settled, sidewaysOverflow, test } from '../helpers/site-test.ts';
import { answer, dot, dots, heading, list, map, openMap, panel, save } from '../helpers/graph-page.ts';

const EDGE = '14-edge-and-auto-scaling';

test.describe('by keyboard', () => {
  test('arrows move the selection along the lines, and each step is announced', async ({ page, baseURL }) => {
    await openMap(page);
    await pressUntilFocused(page, 'Tab', map(page), 60);
    const status = page.locator('[data-map-status]');
    await page.keyboard.press('ArrowRight');
    await expect(heading(page)).toHaveText(/\S/);
    const start = (await heading(page).textContent())!;
    await expect(status).toHaveText(
      new RegExp(`^${start}, document: points at \\d+ things, \\d+ point at it\\.$`),
    );
    await page.keyboard.press('ArrowLeft');
    await expect(heading(page)).not.toHaveText(start);
    await page.keyboard.press('ArrowDown');
    await expect(map(page)).toBeFocused();
    const url = await panel(page).getByRole('link', { name: 'Open its page' }).getAttribute('href');
    await page.keyboard.press('Enter');
    await expect.poll(() => placeOf(page, baseURL)).toBe(url!.replace(/^\//, ''));
  });

  test('plus, minus and Escape; then legend, list, panel and back', async ({ page, baseURL }) => {
    await openMap(page, `?focus=${EDGE}`);
    await test.step('plus and minus zoom, Escape clears the selection', async () => {
      await map(page).focus();
      const size = (await dot(page, EDGE).boundingBox())!.width;
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await expect.poll(async () => (await dot(page, EDGE).boundingBox())!.width).toBeGreaterThan(size * 1.3);
      await page.keyboard.press('0');
      await expect
        .poll(async () => Math.round((await dot(page, EDGE).boundingBox())!.width))
        .toBe(Math.round(size));
      await page.keyboard.press('Escape');
      await expect(heading(page)).toHaveCount(0);
    });

    await test.step('legend, list, panel and back', async () => {
      await page.getByRole('checkbox', { name: /Phases/ }).focus();
      await page.keyboard.press('Space');
      await expect(dots(page, 'phase')).toHaveCount(9);
      await list(page).getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(heading(page)).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(panel(page).getByRole('link', { name: 'Open its page' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('FL_EDGE_BACKOFF');
      await expect.poll(() => placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
    });
  });
});

test.describe('by touch, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap selects, another one opens', async ({ page, baseURL }) => {
    await openMap(page);
    const box = (await dot(page, EDGE).boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await expect(heading(page)).toContainText('Edge and Auto-Scaling');
    await expect(
      page.getByRole('link', { name: /^14 Edge and Auto-Scaling, document: points at \d+ things/ }),
    ).toBeInViewport();
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => placeOf(page, baseURL)).toBe(`spec/${EDGE}/`);
  });

  test('two fingers pinch, one moves the map', async ({ page }) => {
    await openMap(page);
    const host = (await map(page).boundingBox())!;
    const at = { x: host.x + 12, y: host.y + 12 };
    const before = (await dot(page, EDGE).boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([dx, dy], id) => ({ x: at.x + dx, y: at.y + dy, id })),
      });
    await touch('touchStart', [0, 0]);
    await touch('touchMove', [30, 20]);
    await touch('touchMove', [60, 40]);
    await touch('touchEnd');
    await expect.poll(async () => Math.round((await dot(page, EDGE).boundingBox())!.x - before.x)).toBe(60);
    await touch('touchStart', [0, 0], [40, 0]);
    await touch('touchMove', [0, 0], [70, 0]);
    await touch('touchMove', [0, 0], [120, 0]);
    await touch('touchEnd');
    await expect
      .poll(async () => (await dot(page, EDGE).boundingBox())!.width)
      .toBeGreaterThan(before.width * 1.5);
  });

  test('no label is cut at the edge, and nothing scrolls sideways', async ({ page }) => {
    await openMap(page);
    const host = (await map(page).boundingBox())!;
    const boxes = await page
      .locator('.map.live .labelled .label')
      .evaluateAll((all) => all.map((label) => label.getBoundingClientRect().toJSON()));
    expect(boxes.length).toBeGreaterThan(12);
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(host.x);
      expect(box.right).toBeLessThanOrEqual(host.x + host.width);
    }
    await page.getByRole('button', { name: 'Filters' }).tap();
    await page.getByRole('checkbox', { name: /Requirements/ }).tap();
    await expect(dots(page, 'requirement')).not.toHaveCount(0);
    expect(await sidewaysOverflow(page)).toBe(0);
  });
});

for (const [name, query] of [
  ['at first', ''],
  ['with a question', `?ask=near&of=${EDGE}&focus=variable:FL_EDGE_BACKOFF`],
  ['with a path to be chosen', '?ask=path&kinds=document,requirement'],
] as const) {
  test(`${name} axe finds no fault`, async ({ page }) => {
    // Axe looks at thousands of elements.
    test.slow();
    await openMap(page, query);
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
  });
}

test.describe('while the specification is edited', () => {
  test('a save updates and marks the changed nodes only', async ({ page }) => {
    await openMap(page, `?focus=${EDGE}`);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await settled(page);
    const before = (await dot(page, '08-single-site-orchestration').boundingBox())!;
    await save(page, (data) => ({
      nodes: [
        ...data.nodes.map((node) => ({ ...node, x: node.x / 2, y: -node.y })),
        {
          ...data.nodes.find((node) => node.kind === 'variable')!,
          id: 'variable:FL_NEW',
          title: 'FL_NEW',
          name: 'FL_NEW',
        },
      ],
      ties: [
        ...data.ties,
        { source: EDGE, target: 'variable:FL_NEW', kind: 'mentions', count: 1, weight: 1 },
      ],
    }));
    await expect(page.locator('.map.live .node.changed')).toHaveCount(1);
    await expect(page.locator('.map.live [data-id="variable:FL_NEW"]')).toHaveClass(/changed/);
    await expect(page.locator('.map.live .tie.changed')).toHaveCount(1);
    await expect(heading(page)).toContainText('Edge and Auto-Scaling');
    await expect(panel(page).getByRole('button', { name: 'FL_NEW' })).toBeVisible();
    await expect(list(page).getByRole('link', { name: 'FL_NEW' })).toBeVisible();
    expect((await dot(page, '08-single-site-orchestration').boundingBox())!).toEqual(before);
    await expect(page.locator('.map.live .changed')).toHaveCount(0, { timeout: 6000 });
  });

  test('removes deleted nodes; shows renamed and new ones', async ({ page }) => {
    await openMap(page, '?focus=variable:FL_EDGE_BACKOFF');

    await test.step('removes deleted nodes and clears their selection', async () => {
      await save(page, (data) => ({
        nodes: data.nodes.filter((node) => node.id !== 'variable:FL_EDGE_BACKOFF'),
        ties: data.ties.filter((tie) => tie.target !== 'variable:FL_EDGE_BACKOFF'),
      }));
      await expect(dot(page, 'variable:FL_EDGE_BACKOFF')).toHaveCount(0);
      await expect(heading(page)).toHaveCount(0);
      await expect(list(page).getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true })).toHaveCount(0);
    });

    await test.step('shows renamed and new nodes in the list and the filters', async () => {
      await save(page, (data) => {
        const edge = data.nodes.find((node) => node.id === EDGE)!;
        return {
          ...data,
          nodes: [
            ...data.nodes.map((node) => (node === edge ? { ...node, title: 'Edges' } : node)),
            { ...edge, id: '15-new', number: '15', title: 'New', x: 0, y: 0 },
          ],
        };
      });
      await expect(list(page).getByRole('link', { name: '14 Edges' })).toBeVisible();
      await expect(list(page).getByRole('link', { name: '15 New' })).toBeVisible();
      await expect(page.locator(`.map.live [data-id="${EDGE}"] .label`)).toHaveText('Edges');
      await page.getByRole('combobox', { name: 'Document' }).selectOption({ label: '15 New' });
      await expect(dots(page, 'document')).toHaveCount(1);
    });
  });
});

test('with reduced motion a dragged dot returns at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openMap(page);
  const before = (await dot(page, EDGE).boundingBox())!;
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + 120, before.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await dot(page, EDGE).boundingBox())!.x).toBeGreaterThan(before.x + 50);
  await page.getByRole('button', { name: 'Fit' }).click();
  const after = (await dot(page, EDGE).boundingBox())!;
  expect(Math.abs(after.x - before.x)).toBeLessThan(2);
});

test('reports that sections could not be fetched, and keeps working', async ({ page }) => {
  await page.route(/graph-data\.json/, (route) => route.fulfill({ status: 500 }));
  await openMap(page, '?focus=variable:FL_EDGE_BACKOFF');
  await expect(page.locator('[data-map-status]')).toHaveText('Sections and sentences could not be fetched.');
  await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
  await panel(page).getByRole('button', { name: 'Neighbourhood' }).click();
  await expect(answer(page)).toContainText('things around FL_EDGE_BACKOFF');
});
