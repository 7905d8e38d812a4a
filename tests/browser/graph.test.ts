/** The map of the specification: filters, pointer, links, moves, and their state in the URL. */
import { expect, placeOf, test, type Page } from '../helpers/site-test.ts';
import {
  dot,
  dots,
  heading,
  list,
  highlightedIds,
  map,
  openMap,
  panel,
  replayTwoPhases,
} from '../helpers/graph-page.ts';

const EDGE = '14-edge-and-auto-scaling';
const rowsOf = (page: Page, kind: string) =>
  list(page).getByRole('table', { name: kind }).locator('tbody tr:visible');

test('shows everything; dots are dragged, selected and described', async ({ page, complaints, baseURL }) => {
  await openMap(page);

  await test.step('shows all documents and variables inside its frame', async () => {
    await expect(dots(page, 'document')).toHaveCount(15);
    expect(await dots(page, 'variable').count()).toBeGreaterThanOrEqual(46);
    expect(await dots(page, 'requirement').count()).toBe(0);
    const stage = (await page.locator('.map.live').boundingBox())!;
    for (const box of await page
      .locator('.map.live circle')
      .evaluateAll((all) => all.map((circle) => circle.getBoundingClientRect().toJSON()))) {
      expect(box.left).toBeGreaterThanOrEqual(stage.x);
      expect(box.right).toBeLessThanOrEqual(stage.x + stage.width);
    }
    expect(complaints).toEqual([]);
  });

  await test.step('a click on empty ground and Escape clear the selection', async () => {
    await dot(page, EDGE).click();
    await expect(heading(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(heading(page)).toHaveCount(0);
    await dot(page, EDGE).click();
    await page.locator('.map.live').click({ position: { x: 4, y: 4 } });
    await expect(heading(page)).toHaveCount(0);
  });

  await test.step('a dragged dot stays, the wheel zooms in, and Fit resets both', async () => {
    const target = dot(page, EDGE);
    const before = (await target.boundingBox())!;
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.mouse.down();
    await page.mouse.move(before.x + 90, before.y + 70, { steps: 6 });
    await expect.poll(async () => Math.abs((await target.boundingBox())!.x - before.x)).toBeGreaterThan(40);
    await page.mouse.up();
    await expect(page.locator('.map.live .pinned')).toHaveCount(1);
    const size = (await target.boundingBox())!.width;
    await map(page).hover();
    await page.mouse.wheel(0, -400);
    await expect.poll(async () => (await target.boundingBox())!.width).toBeGreaterThan(size * 1.1);
    await page.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(async () => Math.round((await target.boundingBox())!.x)).toBe(Math.round(before.x));
    await expect(page.locator('.map.live .pinned')).toHaveCount(0);
  });

  await test.step('the panel starts with the most referenced nodes', async () => {
    const first = panel(page).getByRole('list').first().getByRole('link').first();
    const name = (await first.textContent())!;
    await first.click();
    await expect(heading(page)).toHaveText(name);
  });
  await page.keyboard.press('Escape');

  await test.step('a click selects a dot, and the panel describes it and links to related nodes', async () => {
    await dot(page, EDGE).click();
    await expect(heading(page)).toContainText('Edge and Auto-Scaling');
    await expect.poll(() => placeOf(page, baseURL)).toContain(`focus=${EDGE}`);
    await panel(page).getByRole('button', { name: 'FL_EDGE_BACKOFF', exact: true }).click();
    await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
    await expect(panel(page).getByText('exponential, fixed')).toBeVisible();
    await expect(
      panel(page).locator('.sentences mark', { hasText: 'FL_EDGE_BACKOFF' }).first(),
    ).toBeVisible();
    await page.goBack();
    await expect(heading(page)).toContainText('Edge and Auto-Scaling');
    await page.goForward();
    await panel(page).getByRole('link', { name: 'Open its page' }).click();
    await expect.poll(() => placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
  });
});

test('the first paint is the live picture: nothing moves when the script takes over', async ({
  page,
  browser,
  baseURL,
}) => {
  const still = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  });
  const before = await still.newPage();
  await before.goto(`${baseURL}graph/`);
  await openMap(page);
  type Seen = Record<string, number[]>;
  const seen = (where: Page, svg: string): Promise<Seen> =>
    where.locator(`${svg} .node`).evaluateAll((all) => {
      const host = all[0].closest('.map-host')!.getBoundingClientRect();
      return Object.fromEntries(
        all.map((node) => {
          const label = node.querySelector('.label');
          const [circle, text] = [
            node.querySelector('circle')!.getBoundingClientRect(),
            label && getComputedStyle(label).display !== 'none'
              ? label.getBoundingClientRect()
              : new DOMRect(),
          ];
          return [
            `${label?.textContent || node.getAttribute('aria-label')}`,
            [
              circle.x - host.x,
              circle.y - host.y,
              circle.width,
              text.width && text.x - host.x,
              text.width && text.y - host.y,
              text.width,
            ],
          ];
        }),
      );
    });
  const [first, live] = [await seen(before, '.map-wide'), await seen(page, '.map.live')];
  const labelled = Object.entries(first).filter(([, values]) => values[5] > 0);
  expect(labelled.length).toBeGreaterThan(40);
  for (const [name, values] of labelled)
    live[name].forEach((value, i) => expect(Math.abs(value - values[i]), `${name} ${i}`).toBeLessThan(1.5));
  await still.close();
});

test('labels never overlap, at any zoom', async ({ page }) => {
  await openMap(page, '?kinds=document,variable,attribute,requirement,phase');
  for (let step = 0; step < 4; step++) {
    const boxes = await page
      .locator('.map.live .node.labelled .label')
      .evaluateAll((all) => all.map((label) => label.getBoundingClientRect().toJSON()));
    expect(boxes.length).toBeGreaterThan(3);
    const clashes = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3,
        ),
    );
    expect(clashes).toEqual([]);
    await page.getByRole('button', { name: 'Zoom in' }).click();
  }
});

test('the legend filters map, list and URL; reload and back restore it', async ({ page, baseURL }) => {
  await openMap(page);
  await page.getByRole('checkbox', { name: /Requirements/ }).check();
  await expect(dots(page, 'requirement')).not.toHaveCount(0);
  await expect(list(page).getByRole('heading', { name: 'Requirements' })).toBeVisible();
  await page.getByRole('checkbox', { name: /Variables/ }).uncheck();
  await expect(dots(page, 'variable')).toHaveCount(0);
  await expect(list(page).getByRole('heading', { name: 'Variables' })).toBeHidden();
  await expect.poll(() => placeOf(page, baseURL)).toBe('graph/?kinds=document,requirement');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: /Variables/ })).not.toBeChecked();
  await expect(dots(page, 'requirement')).not.toHaveCount(0);
  await page.goBack();
  await expect(dots(page, 'variable')).not.toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /Variables/ })).toBeChecked();
});

test('filters by kind of line, by appliance, by requirement and by document', async ({ page, baseURL }) => {
  await openMap(page);

  await test.step('filters lines by their kind and shows the counts', async () => {
    const [all, count] = [
      await page.locator('.map.live .tie').count(),
      page.locator('label', { hasText: 'mentions' }).locator('.count'),
    ];
    const mentions = Number(await count.textContent());
    await page.getByRole('checkbox', { name: /mentions/ }).uncheck();
    await expect(page.locator('.map.live .tie')).toHaveCount(all - mentions);
    await expect(page.locator('.map.live .tie-mentions')).toHaveCount(0);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page.locator('.map.live .tie')).toHaveCount(all);
  });

  await test.step('filters by appliance and requirement keep map and list in step', async () => {
    const before = await dots(page, 'variable').count();
    await page.getByRole('combobox', { name: 'Variables of appliance' }).selectOption('SuperNode');
    await expect.poll(() => dots(page, 'variable').count()).toBeLessThan(before);
    expect(await rowsOf(page, 'Variables').count()).toBe(await dots(page, 'variable').count());
    await page.getByRole('combobox', { name: 'Requirement' }).selectOption('requirement:ORCH-03');
    await expect.poll(() => dots(page, 'document').count()).toBeLessThan(15);
    expect(await rowsOf(page, 'Documents').count()).toBe(await dots(page, 'document').count());
    await expect
      .poll(() => placeOf(page, baseURL))
      .toBe('graph/?appliance=SuperNode&requirement=requirement:ORCH-03');
  });
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => placeOf(page, baseURL)).toBe('graph/');

  await test.step('sections are fetched when they are first needed', async () => {
    const wanted = page.waitForRequest(/graph-data\.json/);
    await page.getByRole('checkbox', { name: /Sections/ }).check();
    await wanted;
    await expect.poll(() => dots(page, 'section').count()).toBeGreaterThan(500);
    await page.getByRole('combobox', { name: 'Document' }).selectOption(EDGE);
    await expect.poll(() => dots(page, 'section').count()).toBeLessThan(300);
    expect(await rowsOf(page, 'Sections').count()).toBe(await dots(page, 'section').count());
  });
});

test('reports that nothing passes the filters', async ({ page }) => {
  await openMap(page, '?kinds=variable&document=nowhere');
  await expect(page.getByText('Nothing passes the filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText('Nothing passes the filters.')).toBeHidden();
  await expect(dots(page, 'document')).toHaveCount(15);
});

test('the search highlights its matches', async ({ page, baseURL }) => {
  await openMap(page);
  await page.getByRole('searchbox', { name: 'Highlight matches' }).fill('edge backoff');
  await expect
    .poll(() => highlightedIds(page))
    .toEqual(['variable:FL_EDGE_BACKOFF', 'variable:FL_EDGE_MAX_BACKOFF']);
  await expect(page.getByRole('status', { name: 'Matches' })).toHaveText('2');
  await expect.poll(() => placeOf(page, baseURL)).toBe('graph/?find=edge+backoff');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
});

test('the slider shows how the specification grew, and the replay moves it', async ({ page, baseURL }) => {
  await openMap(page);

  await test.step('the slider replays how the specification grew', async () => {
    const slider = page.getByRole('slider', { name: 'Show through phase' });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', /^Phase 1: /);
    const first = await dots(page, 'document').count();
    expect(first).toBeLessThan(15);
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => placeOf(page, baseURL)).toBe('graph/?through=5');
    await expect(page.getByText(/^Phase 5: .* added 1 document/)).toBeVisible();
    await expect(page.locator('.map.live .node-document.new')).toHaveCount(1);
    expect(await dots(page, 'document').count()).toBeGreaterThan(first);
    await page.reload();
    await expect(slider).toHaveAttribute('aria-valuetext', /^Phase 5: /);
    await slider.focus();
    await page.keyboard.press('End');
    await expect(dots(page, 'document')).toHaveCount(15);
    await expect.poll(() => placeOf(page, baseURL)).toBe('graph/');
  });

  await test.step('the replay runs by itself and stops at a press of its button', async () => {
    await replayTwoPhases(page);
  });
});

test('sentences lead to their section', async ({ page, baseURL }) => {
  await openMap(page, '?focus=variable:FL_EDGE_BACKOFF');
  const link = panel(page).getByRole('link', { name: /^spec\/03 4, line \d+$/ });
  await link.click();
  await expect
    .poll(() => placeOf(page, baseURL))
    .toBe('spec/03-contextualization-reference/#4-supernode-parameters');
});

test('the URL keeps the selection, also of a single section', async ({ page }) => {
  await openMap(page, '?focus=variable%3AFL_EDGE_BACKOFF');
  await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
  await openMap(page, '?focus=03-contextualization-reference%2310o-edge-discovery-backoff');
  await expect(heading(page)).toContainText('Edge Discovery Backoff');
  await expect(dots(page, 'section')).toHaveCount(1);
  await openMap(page, '?focus=nothing-of-the-kind&kinds=x');
  await expect(heading(page)).toHaveCount(0);
});
