/** The bundle, the matrix and the exports of the graph page. */
import { readFileSync } from 'node:fs';
import { axeColourFaults, axeFaults } from '../helpers/axe.ts';
import { expect, placeOf, test, type Page } from '../helpers/site-test.ts';

const dot = (page: Page, id: string) => page.locator(`.bundle [data-id="${id}"]`);
const panel = (page: Page) => page.getByRole('complementary', { name: 'Selected' });
const grid = (page: Page) => page.getByRole('grid', { name: 'References from document to document' });
const sentences = (page: Page) => page.getByRole('region', { name: 'References of the cell' });
const cell = (page: Page, name: RegExp) => grid(page).getByRole('gridcell', { name });

test.describe('the bundle', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('graph/?view=bundle');
    await expect(page.locator('.bundle .node-section').nth(100)).toBeAttached();
  });

  test('highlights the node under the pointer, and selects by a click and the arrow keys', async ({
    page,
    complaints,
    baseURL,
  }) => {
    await test.step('has documents, sections and variables on its circle, and highlights the node under the pointer', async () => {
      await expect(page.locator('.bundle g.node-document')).toHaveCount(15);
      await expect(page.locator('.bundle g.node-variable')).toHaveCount(46);
      await expect(page.locator('.bundle .map-highlight path')).toHaveCount(0);
      await dot(page, '14-edge-and-auto-scaling').hover();
      await expect(page.locator('.bundle .highlight-out').nth(10)).toBeAttached();
      await expect(page.locator('.bundle .highlight-in').nth(3)).toBeAttached();
      await expect(page.locator('.bundle-caption')).toContainText(
        /14 Edge and Auto-Scaling.*refers to \d+.*referred to by \d+/,
      );
      await page.mouse.move(0, 0);
      await expect(page.locator('.bundle .map-highlight path')).toHaveCount(0);
      expect(complaints).toEqual([]);
    });
    await test.step('a click selects, the arrow keys move the selection, the URL keeps it', async () => {
      await dot(page, '14-edge-and-auto-scaling').click();
      await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('Edge and Auto-Scaling');
      await expect
        .poll(() => placeOf(page, baseURL))
        .toBe('graph/?view=bundle&focus=14-edge-and-auto-scaling');
      await page.getByRole('application').focus();
      await page.keyboard.press('ArrowRight');
      await expect(panel(page).getByRole('heading', { level: 2 })).not.toContainText('Edge and Auto-Scaling');
      await expect(page.locator('.bundle .selected')).toHaveCount(1);
    });
  });

  test('starts from the places of the map, and moves nothing with reduced motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const place = (): Promise<string | null> => dot(page, '05-supernode-tls-trust').getAttribute('transform');
    // The sections have just arrived: a running transition ends first.
    let end: string | null = null;
    await expect.poll(async () => end === (end = await place()), { intervals: [250] }).toBe(true);
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect(page.locator('.map.live:not(.bundle) .node-document')).toHaveCount(15);
    await page.getByRole('button', { name: 'Bundle', exact: true }).click();
    await expect(dot(page, '05-supernode-tls-trust')).toBeAttached();
    expect(await dot(page, '05-supernode-tls-trust').getAttribute('transform')).toBe(end);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.getByRole('button', { name: 'Bundle', exact: true }).click();
    await expect(dot(page, '05-supernode-tls-trust')).toHaveAttribute('transform', end!);
  });
});

test('the bundle grows phase by phase', async ({ page }) => {
  await page.goto('graph/?view=bundle&through=3');
  await expect(page.locator('.bundle g.node-document:not(.leaving)')).toHaveCount(8);
  await page.goto('graph/?view=bundle&through=4');
  await expect(page.locator('.bundle g.node-document:not(.leaving)')).toHaveCount(9);
  await expect(page.locator('.bundle g.node-document.new')).toHaveCount(1);
});

test.describe('the matrix', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('graph/?view=matrix');
    await expect(page.getByText('promised by a contract:')).toContainText(/[1-9]/);
  });

  test('has names, an order, and a frame in which it scrolls', async ({ page, complaints }) => {
    await test.step('names its rows, columns and cells', async () => {
      await expect(grid(page).getByRole('rowheader')).toHaveCount(16);
      await expect(grid(page).getByRole('columnheader', { name: '14 Edge and Auto-Scaling' })).toBeVisible();
      await expect(
        cell(
          page,
          /^08 Single-Site Orchestration refers to 14 Edge and Auto-Scaling: \d+ references; promised by Phase 9\.$/,
        ),
      ).toBeVisible();
      await expect(
        cell(page, /^14 Edge and Auto-Scaling does not refer to 00 Overview; 00 Overview refers to it\.$/),
      ).toBeVisible();
      expect(complaints).toEqual([]);
    });
    await test.step('is ordered by reading, phase or references', async () => {
      const heads = () =>
        grid(page)
          .getByRole('rowheader')
          .evaluateAll((all) => all.map((head) => head.getAttribute('aria-label')));
      const reading = await heads();
      await page.getByRole('button', { name: 'References', exact: true }).click();
      await expect.poll(heads).not.toEqual(reading);
      expect((await heads()).toSorted()).toEqual(reading.toSorted());
      expect((await heads())[0]).toBe('02 SuperNode Appliance');
      await page.getByRole('button', { name: 'Reading order' }).click();
      await expect.poll(heads).toEqual(reading);
    });
    await test.step('scrolls within its frame on a phone, with the heads visible', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator('.matrix-scroll').evaluate((scroll) => scroll.scrollTo(200, 120));
      const head = grid(page).getByRole('rowheader', { name: '09 Training Configuration' });
      await expect(head).toBeInViewport();
      const [frame, box] = [
        (await page.locator('.matrix-scroll').boundingBox())!,
        (await head.locator('circle').boundingBox())!,
      ];
      expect(Math.abs(box.x - frame.x)).toBeLessThan(10);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });

    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ])
      await test.step(`cuts no column head at the top, ${width} wide`, async () => {
        await page.setViewportSize({ width, height });
        await page.locator('.matrix-scroll').evaluate((scroll) => scroll.scrollTo(0, 0));
        await expect(grid(page).locator('.column-head')).toHaveCount(16);
        // Bold letters are the widest.
        await page.addStyleTag({ content: '.matrix .column-head text { font-weight: 700 !important; }' });
        const frame = (await page.locator('.matrix-scroll').boundingBox())!;
        for (const text of await grid(page).locator('.column-head text').all())
          expect((await text.boundingBox())!.y, (await text.textContent())!).toBeGreaterThanOrEqual(frame.y);
      });
  });

  test('lists the references of a cell, by keyboard and by a click', async ({ page, baseURL }) => {
    await test.step('by keyboard: arrows move from cell to cell, Enter lists the sentences, Escape returns to the cell', async () => {
      const first = grid(page).locator('[tabindex="0"]');
      await expect(first).toHaveCount(1);
      await first.focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
      const focused = page.locator(':focus');
      await expect(focused).toHaveAttribute(
        'aria-label',
        /^02 SuperNode Appliance refers to 01 SuperLink Appliance/,
      );
      await page.keyboard.press('Enter');
      await expect(sentences(page).getByRole('heading')).toBeFocused();
      await expect(sentences(page).getByRole('heading')).toContainText(
        '02 SuperNode Appliance refers to 01 SuperLink Appliance',
      );
      await page.keyboard.press('Escape');
      await expect(sentences(page)).toBeHidden();
      await expect(focused).toHaveAttribute('aria-label', /^02 SuperNode Appliance refers to 01/);
      await page.keyboard.press('Home');
      await expect(focused).toHaveRole('rowheader');
      await page.keyboard.press('Enter');
      await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('SuperNode Appliance');
    });
    await test.step('a cell lists its references with links to the place and to the target', async () => {
      await cell(page, /^08 Single-Site Orchestration refers to 14/).click();
      await expect(sentences(page).getByText('Kept').first()).toBeVisible();
      const item = sentences(page).getByRole('listitem').first();
      await expect(item.locator('mark')).not.toBeEmpty();
      await expect(item.getByRole('link').first()).toHaveText(/^spec\/08:\d+$/);
      await item
        .getByRole('link', { name: /^spec\/14/ })
        .last()
        .click();
      await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/14-edge-and-auto-scaling\/#/);
    });
  });
});

for (const view of ['bundle', 'matrix'])
  test(`axe finds no fault in the ${view}, light and dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`graph/?view=${view}`);
    await expect(
      page.locator(view === 'bundle' ? '.bundle .node-section' : '.mark-demanded').nth(20),
    ).toBeAttached();
    expect(await axeFaults(page, '.map-host'), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await axeColourFaults(page, '.map-host'), 'dark').toEqual([]);
  });

test.describe('export', () => {
  const take = async (page: Page, type: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: type, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };

  test('a picture is self-contained and in light colours', async ({ page, context }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.goto('graph/?view=bundle&through=6');
    await expect(page.locator('.bundle .node-section').nth(80)).toBeAttached();
    const { name, content } = await take(page, 'SVG');
    const svg = content.toString();
    expect(name).toBe('specification-bundle-phase-6.svg');
    expect(svg).toContain('<title>Specification: bundled references, through phase 6</title>');
    expect(svg).not.toMatch(/var\(|class=|color-mix|light-dark|href="(?!#)/);
    const other = await context.newPage();
    await other.setContent(svg.slice(svg.indexOf('<svg')));
    await expect(other.locator('svg > rect')).toHaveAttribute('fill', '#fdfdfc');
    expect(await other.locator('circle').count()).toBe(await page.locator('.bundle circle').count());
    expect((await other.locator('svg').getAttribute('viewBox'))?.split(' ').map(Number)).toEqual([
      0,
      0,
      ...(await page
        .locator('svg.bundle')
        .evaluate((own) => [
          Math.round(own.getBoundingClientRect().width),
          Math.round(own.getBoundingClientRect().height),
        ])),
    ]);
  });

  test('a PNG has twice the pixels, JSON the nodes and ties with the state', async ({ page }) => {
    await page.goto('graph/?kinds=document&through=5');
    await expect(page.locator('.map.live .node-document')).toHaveCount(10);
    const png = (await take(page, 'PNG')).content;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(
      2 * (await page.locator('svg.live').evaluate((svg) => Math.round(svg.getBoundingClientRect().width))),
    );
    const exported = JSON.parse((await take(page, 'JSON')).content.toString());
    expect(exported.nodes).toHaveLength(10);
    expect(exported).toMatchObject({
      schema: 'specgraph.map/1',
      url: page.url(),
      state: { view: 'force', kinds: ['document'], through: 5 },
    });
  });
});
