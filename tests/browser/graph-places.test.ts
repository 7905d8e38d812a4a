/** Places on the graph page: transitions between views, and the visible part of the picture. */
import { dot, map, openMap, save } from '../helpers/graph-page.ts';
import { expect, placeOf, settled, test, type Page } from '../helpers/site-test.ts';

const EDGE = '14-edge-and-auto-scaling';
const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const at = (page: Page): string | null => new URL(page.url()).searchParams.get('at');
const placeOfDot = (page: Page): Promise<string | null> =>
  page.locator(`.map.live [data-id="${EDGE}"]`).getAttribute('transform');
/** How the picture is moved and zoomed. */
const moved = (page: Page): Promise<string | null> =>
  page.locator('.map.live > g').first().getAttribute('transform');

test('dots move from the bundle and the matrix to their places on the map, at once with reduced motion', async ({
  page,
  complaints,
}) => {
  await openMap(page);
  const home = await placeOfDot(page);
  for (const view of ['bundle', 'matrix'] as const)
    await test.step(`dots move from the ${view} to their places on the map`, async () => {
      await tab(page, view === 'bundle' ? 'Bundle' : 'Matrix').click();
      await expect(page.locator(`.${view}`)).toBeVisible();
      await settled(page);
      await recordPlacesOfDot(page);
      await tab(page, 'Map').click();
      await expect(page.locator('.map.live:not(.bundle)')).toBeVisible();
      await expect.poll(() => placeOfDot(page)).toBe(home);
      const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
      expect(seen.length).toBeGreaterThan(2);
      expect(seen[0]).not.toBe(home);
      await expect(page.locator('.travelling')).toHaveCount(0);
      await expect(page.locator('.map.live .node.labelled').nth(20)).toBeAttached();
      expect(complaints).toEqual([]);
    });

  await test.step('dots are at their places at once with reduced motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await tab(page, 'Bundle').click();
    await expect(page.locator('.bundle')).toBeVisible();
    await tab(page, 'Map').click();
    await expect(page.locator('.map.live:not(.bundle)')).toBeVisible();
    expect(await placeOfDot(page)).toBe(home);
  });
});

/** Records every place of the dot on the map in `window.seen`, from the next frame on. */
function recordPlacesOfDot(page: Page): Promise<void> {
  return page.evaluate((id) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const transform = document
        .querySelector(`.map.live:not(.bundle) [data-id="${id}"]`)
        ?.getAttribute('transform');
      if (transform && transform !== seen.at(-1)) seen.push(transform);
    }).observe(document.querySelector('[data-map]')!, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['transform'],
    });
  }, EDGE);
}

test.describe('the URL keeps the visible part', () => {
  test('follows the wheel, dragging and the keyboard', async ({ page, baseURL }) => {
    await openMap(page);
    await test.step('is set when the wheel stops, adds no history entry, and is removed when everything is visible', async () => {
      const steps = await page.evaluate(() => history.length);
      await map(page).hover();
      await page.mouse.wheel(0, -400);
      await expect.poll(() => at(page)).toMatch(/^-?[\d.]+,-?[\d.]+,[\d.]+$/);
      expect(placeOf(page, baseURL)).toMatch(/^graph\/\?at=-?[\d.]+,-?[\d.]+,[1-9]\.?\d*$/);
      expect(await page.evaluate(() => history.length)).toBe(steps);
      const before = (await dot(page, EDGE).boundingBox())!;
      await page.reload();
      await expect(page.locator('.map.live')).toBeVisible();
      const after = (await dot(page, EDGE).boundingBox())!;
      expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
      expect(Math.abs(after.width - before.width)).toBeLessThan(0.5);
      await tab(page, 'Fit').click();
      await expect.poll(() => placeOf(page, baseURL)).toBe('graph/');
    });

    await test.step('changes by dragging and by keyboard too', async () => {
      const box = (await map(page).boundingBox())!;
      await page.mouse.move(box.x + 20, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + 120, box.y + 60, { steps: 3 });
      expect(at(page)).toBeNull();
      await page.mouse.up();
      await expect.poll(() => at(page)).toMatch(/,1$/);
      await map(page).focus();
      await page.keyboard.press('+');
      await expect.poll(() => at(page)).toMatch(/,1\.4$/);
      await page.keyboard.press('0');
      await expect.poll(() => at(page)).toBeNull();
    });
  });

  test('is restored by back and forward', async ({ page }) => {
    await openMap(page, '?at=100,50,3');
    const near = await moved(page);
    await page.getByRole('checkbox', { name: /Requirements/ }).check();
    await tab(page, 'Fit').click();
    await expect.poll(() => at(page)).toBeNull();
    const far = await moved(page);
    expect(far).not.toBe(near);
    await page.goBack();
    await expect.poll(() => moved(page)).toBe(near);
    expect(at(page)).toBe('100,50,3');
    await page.goForward();
    await expect.poll(() => moved(page)).toBe(far);
  });

  test('stays after a selection or a save, and is the same place on a phone', async ({ page }) => {
    await openMap(page, '?at=0,0,2');
    const before = await moved(page);
    await page
      .getByRole('region', { name: 'The same as a list' })
      .getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true })
      .click();
    await save(page, (data) => data);
    expect(await moved(page)).toBe(before);
    expect(at(page)).toBe('0,0,2');
    const { x, y } = await page.evaluate(
      (id) =>
        (
          JSON.parse(document.querySelector('[data-map-data]')!.textContent!) as {
            nodes: { id: string; x: number; y: number }[];
          }
        ).nodes.find((node) => node.id === id)!,
      EDGE,
    );
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      await openMap(page, `?at=${Math.round(10 * x) / 10},${Math.round(10 * y) / 10},4`);
      const [host, box] = [(await map(page).boundingBox())!, (await dot(page, EDGE).boundingBox())!];
      expect(Math.abs(box.x + box.width / 2 - host.x - host.width / 2)).toBeLessThan(3);
      expect(Math.abs(box.y + box.height / 2 - host.y - host.height / 2)).toBeLessThan(3);
    }
  });

  // The tests of `camera.ts` have the other invalid values.
  test('shows everything for a value that is not a place, and for a place far outside', async ({
    page,
    complaints,
  }) => {
    await openMap(page);
    const whole = await moved(page);
    for (const value of ['<b>,0,1', '999999,0,2']) {
      await openMap(page, `?at=${encodeURIComponent(value)}`);
      expect(await moved(page), value).toBe(whole);
      expect(complaints, value).toEqual([]);
    }
  });

  test('works in the bundle; another view starts with everything visible', async ({ page, baseURL }) => {
    await openMap(page, '?view=bundle');
    await tab(page, 'Zoom in').click();
    await expect.poll(() => at(page)).toBe('0,0,1.4');
    const near = await moved(page);
    await page.reload();
    await expect.poll(() => moved(page)).toBe(near);
    await tab(page, 'Map').click();
    await expect.poll(() => placeOf(page, baseURL)).toBe('graph/');
    await page.goBack();
    await expect(page.locator('.bundle')).toBeVisible();
    await expect.poll(() => moved(page)).toBe(near);
  });

  test('works in the matrix, for scroll position and cell size', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('graph/?view=matrix');
    const scroll = page.locator('.matrix-scroll');
    const corner = (): Promise<[number, number]> =>
      scroll.evaluate((own): [number, number] => [own.scrollLeft, own.scrollTop]);
    await expect(scroll.locator('.box').first()).toBeVisible();
    await tab(page, 'Zoom in').click();
    await expect.poll(() => at(page)).toBe('0,0,1.25');
    await scroll.evaluate((own) => own.scrollTo(150, 80));
    await expect.poll(() => at(page)).toMatch(/^[1-9][\d.]*,[1-9][\d.]*,1\.25$/);
    const before = await corner();
    const width = await page.locator('svg.matrix').getAttribute('width');
    await page.reload();
    await expect
      .poll(async () => (await corner()).map((one, i) => Math.abs(one - before[i]) < 4))
      .toEqual([true, true]);
    expect(await page.locator('svg.matrix').getAttribute('width')).toBe(width);
    await tab(page, 'Fit').click();
    await expect.poll(() => at(page)).toBeNull();
    await expect.poll(corner).toEqual([0, 0]);
  });
});
