/** The graph page: first sight, search and filters, questions, keyboard, matrix, exports, and its state in the URL. */
import { readFileSync } from 'node:fs';
import { axeColourFaults, axeFaults } from '../helpers/axe.ts';
import {
  answer,
  heading,
  isDrawn,
  list,
  map,
  openMap,
  panel,
  picture,
  questions,
  words,
} from '../helpers/graph-page.ts';
import {
  expect,
  placeOf,
  pressUntilFocused,
  sidewaysOverflow,
  stopsScrolling,
  test,
  type Page,
} from '../helpers/site-test.ts';

const EDGE = '14-edge-and-auto-scaling';
const BACKOFF = 'variable:FL_EDGE_BACKOFF';
const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

test('shows the documents, their story, and nothing that has to be asked for', async ({
  page,
  complaints,
}) => {
  await openMap(page);
  const story = panel(page).locator('.story');
  await expect(story).toContainText(
    /The centre is 02 SuperNode Appliance: \d+ references from 14 other documents/,
  );
  await expect(story).toContainText('Phase 9 (Edge and Auto-Scaling) added 14');
  await expect(page.getByText('Shown: documents only')).toBeVisible();
  await expect(list(page).getByRole('heading', { level: 3 })).toHaveText([/Documents\s+15/]);
  await expect(page.getByRole('slider', { name: 'Show through phase' })).toBeHidden();
  // The tests of every page examine the dark theme.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await axeFaults(page), 'light').toEqual([]);
  // A name in the story selects its document.
  await story.getByRole('link', { name: '02 SuperNode Appliance' }).click();
  await expect(heading(page)).toHaveText('02 SuperNode Appliance');
  await expect(heading(page)).toBeFocused();
  for (const width of [768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysOverflow(page), `${width} wide, with a selection`).toBeLessThanOrEqual(0);
  }
  expect(complaints).toEqual([]);
});

test('the search takes a name or a number, and offers what the filters hide', async ({ page, baseURL }) => {
  await openMap(page);
  const find = page.getByRole('searchbox', { name: 'Find on the map' });
  const matches = page.getByRole('status', { name: 'Matches' });
  const before = await picture(page);
  await find.fill('edge backoff');
  await expect(matches).toContainText(/^\d+ matches, \d+ hidden/);
  await expect.poll(() => picture(page)).not.toBe(before);
  await matches.getByRole('button', { name: /^Show .*variables/ }).click();
  await expect(page.getByText(/^Shown: .* kinds$/)).toBeVisible();
  await expect(list(page).getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true })).toBeVisible();
  await find.press('Enter');
  await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
  await find.fill('12');
  await find.press('Enter');
  await expect(heading(page)).toHaveText('12 Multi-Site Federation');
  await find.fill('nothing of the kind');
  await expect(matches).toHaveText('No match');
  await find.press('Enter');
  await expect.poll(() => find.evaluate((field: HTMLInputElement) => field.validationMessage)).not.toBe('');
  await find.fill('');
  await expect(matches).toBeHidden();
  await page.getByText('Shown:').click();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText('Shown: documents only')).toBeVisible();
  await expect.poll(() => placeOf(page, baseURL)).toBe('graph/?focus=12-multi-site-federation');
});

test('the filters change map, list and URL; reload and back restore them', async ({ page, baseURL }) => {
  await openMap(page);
  const first = await picture(page);
  await page.getByText('Shown:').click();
  await page.getByRole('checkbox', { name: /Variables/ }).check();
  await isDrawn(page);
  expect(await picture(page)).not.toBe(first);
  await expect(list(page).getByRole('heading', { name: /Variables/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Variables of appliance' }).selectOption('SuperNode');
  await page.getByRole('checkbox', { name: /All lines/ }).check();
  await expect
    .poll(() => placeOf(page, baseURL))
    .toBe('graph/?kinds=document,variable&weak=1&component=SuperNode');
  const filtered = await picture(page);
  await page.reload();
  await isDrawn(page);
  await expect.poll(() => picture(page)).toBe(filtered);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  // Where the filters were open, the pointer would be over the map and highlight a dot.
  await page.mouse.move(0, 0);
  await expect(page.getByText('Shown: documents only')).toBeVisible();
  await isDrawn(page);
  await expect.poll(() => picture(page)).toBe(first);
});

test('in a window zoomed to 200 %, the bars leave room for the whole map', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await openMap(page);
  const heightOf = async (part: string): Promise<number> =>
    (await page.locator(part).boundingBox())?.height ?? 0;
  const bars = (await heightOf('.site-header')) + (await heightOf('.bottom-bar'));
  expect(bars).toBeGreaterThan(0);
  const map = page.locator('[data-map-host]');
  expect(bars + (await heightOf('[data-map-host]'))).toBeLessThanOrEqual(450);
  // Half of the map is seen before anything is scrolled.
  const box = (await map.boundingBox())!;
  expect(450 - (await heightOf('.bottom-bar')) - box.y).toBeGreaterThan(box.height / 2);
});

test('answers what connects two documents, from two numbers', async ({ page }) => {
  await openMap(page);
  await questions(page).selectOption('path');
  await expect(words(page)).toContainText('Choose two things');
  await answer(page).getByRole('combobox', { name: 'From' }).fill('12');
  await page.keyboard.press('Enter');
  await expect(words(page)).toContainText('choose the other end');
  await answer(page).getByRole('combobox', { name: 'To' }).fill('05');
  await page.keyboard.press('Enter');
  await expect(words(page)).toHaveText(
    /^12 Multi-Site Federation refers to 05 .* in \d+ places; 05 .* refers to 12 .* in \d+ places\.$/,
  );
  expect(query(page)).toBe('?ask=path&of=12-multi-site-federation&to=05-supernode-tls-trust');
  await expect(answer(page).locator('.path-steps mark').nth(1)).toBeVisible();
  // What is typed before the answer arrives, which creates the fields again, waits until it can be read.
  const mayAnswer = Promise.withResolvers<void>();
  await page.route(/worker/, async (route) => {
    await mayAnswer.promise;
    await route.continue();
  });
  await page.goto('graph/?ask=path');
  await answer(page).getByRole('combobox', { name: 'From' }).fill('12');
  await expect(words(page)).toHaveText('Looking for it');
  mayAnswer.resolve();
  await expect(words(page)).toContainText('Choose two things');
  await page.keyboard.press('Tab');
  await expect(words(page)).toContainText('choose the other end');
  await expect(answer(page).getByRole('combobox', { name: 'To' })).toBeFocused();
  await page.keyboard.type('05');
  await page.keyboard.press('Tab');
  await expect(words(page)).toHaveText(/^12 /);
  await expect(page.locator('[data-map-list] a:focus')).toBeVisible();
  await answer(page).getByRole('combobox', { name: 'From' }).fill('FL_NOTHING');
  await page.keyboard.press('Enter');
  await expect
    .poll(() =>
      answer(page)
        .getByRole('combobox', { name: 'From' })
        .evaluate((field: HTMLInputElement) => field.validationMessage),
    )
    .toContain('Nothing in the specification');
  await answer(page).getByRole('button', { name: 'Swap' }).click();
  await expect(words(page)).toHaveText(/^05 /);
  await page.keyboard.press('Escape');
  await expect(answer(page)).toBeEmpty();
});

test('from a section, the graph opens around it, and what to read again is two clicks away', async ({
  page,
}) => {
  await page.goto(`spec/${EDGE}/#3-intermittent-connectivity-handling`);
  const backlinks = page
    .locator('details.backlinks:has(a[href*="3-intermittent-connectivity-handling"])')
    .first();
  await backlinks.locator('summary').click();
  await backlinks.getByRole('link', { name: 'What to read again when it changes' }).click();
  await isDrawn(page);
  await expect(words(page)).toHaveText(/^\d documents refer to 14, 3\. Intermittent .* in \d+ places/);
  await expect(answer(page).locator('details.impact-document').first()).toContainText(
    '14 Edge and Auto-Scaling',
  );
  await page.goto(`spec/${EDGE}/#3-intermittent-connectivity-handling`);
  await stopsScrolling(page);
  await page.getByRole('banner').getByRole('link', { name: 'Graph' }).click();
  await isDrawn(page);
  await expect(heading(page)).toHaveText('3. Intermittent Connectivity Handling');
});

test('answers which documents must be read again, what is around a thing, and what is wrong', async ({
  page,
}) => {
  await openMap(page, `?focus=${BACKOFF}`);
  await expect(panel(page).getByText('exponential, fixed', { exact: true })).toBeVisible();
  await expect(panel(page).locator('.sentences mark').first()).toHaveText('FL_EDGE_BACKOFF');
  await panel(page).getByRole('button', { name: 'What to read again' }).click();
  await expect(words(page)).toHaveText(
    /^\d documents refer to FL_EDGE_BACKOFF in \d+ places, \d+ more only through others\.$/,
  );
  await expect(page.locator('[data-map-status]')).toContainText('documents refer to FL_EDGE_BACKOFF');
  const documents = answer(page).locator('details.impact-document');
  await expect(documents.first().getByText(/ \d+ places directly/)).toBeVisible();
  await expect(documents.first().locator('.sentences mark').first()).toBeVisible();
  await expect(documents.last().getByText(/ \d+ through others$/)).toBeVisible();

  await panel(page).getByRole('button', { name: 'Neighbourhood' }).click();
  await expect(answer(page).getByRole('heading', { name: 'Neighbourhood' })).toBeFocused();
  await expect(words(page)).toHaveText(/^\d+ things around FL_EDGE_BACKOFF within 1 step\.$/);
  await answer(page).getByRole('combobox', { name: 'Depth' }).selectOption('2');
  await expect(words(page)).toContainText('within 2 steps');
  await answer(page).getByRole('combobox', { name: 'References' }).selectOption('out');
  await expect(words(page)).toHaveText(/^0 things pointed at by FL_EDGE_BACKOFF/);
  expect(query(page)).toBe(`?ask=near&of=${BACKOFF}&depth=2&way=out&focus=${BACKOFF}`);

  await questions(page).selectOption('findings');
  await expect(words(page)).toHaveText('No findings: every reference resolves and every rule is kept.');
  await questions(page).selectOption('phases');
  await expect(answer(page)).toBeEmpty();
  const slider = page.getByRole('slider', { name: 'Show through phase' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Phase 1: /);
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Phase 5: .* added 1 document/)).toBeVisible();
  expect(query(page)).toContain('through=5');
  await questions(page).selectOption('');
  await expect(slider).toBeHidden();
});

test('by keyboard: arrows move the selection, plus and minus zoom, Enter opens, Escape clears', async ({
  page,
  baseURL,
}) => {
  await openMap(page);
  await pressUntilFocused(page, 'Tab', map(page), 60);
  const status = page.locator('[data-map-status]');
  await page.keyboard.press('ArrowRight');
  await expect(heading(page)).toHaveText(/\S/);
  const start = (await heading(page).textContent())!;
  await expect(status).toHaveText(
    new RegExp(`^${start}, document: points at \\d+ things, \\d+ point at it\\.$`),
  );
  for (const key of ['ArrowLeft', 'ArrowRight']) await page.keyboard.press(key);
  await expect(heading(page)).not.toHaveText(start);
  await expect(map(page)).toBeFocused();
  await page.keyboard.press('+');
  await expect.poll(() => query(page)).toMatch(/&at=-?[\d.]+,-?[\d.]+,1\.6$/);
  const link = query(page);
  await page.reload();
  await isDrawn(page);
  expect(query(page)).toBe(link);
  await map(page).focus();
  await page.keyboard.press('0');
  await expect.poll(() => query(page)).not.toContain('at=');
  await page.keyboard.press('Escape');
  await expect(heading(page)).toHaveCount(0);
  await page.goBack();
  await map(page).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^(?:spec|variables)\//);
});

test('the references between two documents are listed, from the panel and from the URL', async ({ page }) => {
  await openMap(page, `?focus=08-single-site-orchestration`);
  await panel(page)
    .getByRole('button', { name: /^\d+ references from 08 Single-Site Orchestration to 14 Edge/ })
    .click();
  await expect(heading(page)).toHaveText('08 Single-Site Orchestration refers to 14 Edge and Auto-Scaling');
  await expect(heading(page)).toBeFocused();
  const listed = panel(page).getByRole('region', { name: 'References of the line' });
  await expect(listed.locator('li mark').first()).not.toBeEmpty();
  await expect(listed.getByRole('listitem').first().getByRole('link').first()).toHaveText(/^spec\/08:\d+$/);
  await panel(page).getByRole('button', { name: 'The way back' }).click();
  expect(query(page)).toBe(`?tie=${EDGE}..08-single-site-orchestration`);
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(map(page)).toBeFocused();
  await openMap(page, `?tie=${EDGE}..${BACKOFF}`);
  await expect(heading(page)).toHaveCount(0);
});

test('exports the map as SVG, PNG and JSON, in light colours', async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openMap(page, '?through=5');
  const take = async (type: string) => {
    await page.getByText('Export', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: type }).click(),
    ]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };
  const svg = await take('SVG');
  expect(svg.name).toBe('specification-map-phase-5.svg');
  const text = svg.content.toString();
  expect(text).toContain('>Specification: map, through phase 5</title>');
  expect(text).not.toMatch(/var\(|class=|light-dark|href=/);
  const other = await context.newPage();
  await other.setContent(text.slice(text.indexOf('<svg')));
  await expect(other.locator('svg rect').first()).toHaveAttribute('fill', /253, 253, 252|#fdfdfc/);
  await expect(other.locator('svg').getByText('Training', { exact: true }).last()).toBeVisible();
  const png = await take('PNG');
  expect(png.content.readUInt32BE(16)).toBe(
    2 * (await page.locator('canvas').evaluate((canvas) => canvas.clientWidth)),
  );
  const exported = JSON.parse((await take('JSON')).content.toString());
  expect(exported).toMatchObject({
    schema: 'specgraph.map/1',
    url: page.url(),
    state: { view: 'map', kinds: ['document'], through: 5 },
  });
  expect(exported.nodes).toHaveLength(10);
  expect(exported.ties.length).toBeGreaterThan(20);
});

test.describe('the matrix', () => {
  const grid = (page: Page) => page.getByRole('grid', { name: 'References from document to document' });
  const cell = (page: Page, name: RegExp) => grid(page).getByRole('gridcell', { name });

  test('has names, an order, promises and references; a chosen cell is in the URL', async ({
    page,
    complaints,
    baseURL,
  }) => {
    test.slow();
    await page.goto('graph/?view=matrix');
    await expect(page.getByText('promised by a contract:')).toContainText(/[1-9]/);
    await expect(grid(page).getByRole('rowheader')).toHaveCount(16);
    const heads = () =>
      grid(page)
        .getByRole('rowheader')
        .evaluateAll((all) => all.map((head) => head.getAttribute('aria-label')));
    const reading = await heads();
    await page.getByRole('button', { name: 'References', exact: true }).click();
    await expect.poll(heads).not.toEqual(reading);
    await page.getByRole('button', { name: 'Reading order' }).click();
    await expect.poll(heads).toEqual(reading);
    await expect(
      cell(page, /^14 Edge and Auto-Scaling does not refer to 00 Overview; 00 Overview refers to it\.$/),
    ).toBeVisible();
    const name = /^08 Single-Site Orchestration refers to 14 .*: \d+ references; promised by Phase 9\.$/;
    await cell(page, name).focus();
    await page.keyboard.press('Enter');
    await expect(heading(page)).toBeFocused();
    await expect(panel(page).getByText('Kept').first()).toBeVisible();
    expect(placeOf(page, baseURL)).toBe(`graph/?view=matrix&tie=08-single-site-orchestration..${EDGE}`);
    await page.keyboard.press('Escape');
    await expect(heading(page)).toHaveCount(0);
    await expect(page.locator(':focus')).toHaveAttribute('aria-label', name);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('08 Single-Site Orchestration');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await axeFaults(page, '.map-host'), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await axeColourFaults(page, '.map-host'), 'dark').toEqual([]);
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await isDrawn(page);
    await expect(page.locator('canvas')).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test('scrolls within its frame on a phone, and keeps its place in the URL', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('graph/?view=matrix');
    const scroll = page.locator('.matrix-scroll');
    await expect(scroll.locator('.box').first()).toBeVisible();
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await scroll.evaluate((own) => own.scrollTo(150, 80));
    const at = (): string | null => new URL(page.url()).searchParams.get('at');
    await expect.poll(at).toMatch(/^[1-9][\d.]*,[1-9][\d.]*,1$/);
    const corner = () => scroll.evaluate((own) => [own.scrollLeft, own.scrollTop]);
    const before = await corner();
    await page.reload();
    await expect
      .poll(async () => (await corner()).map((one, i) => Math.abs(one - before[i]) < 4))
      .toEqual([true, true]);
    await page.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(corner).toEqual([0, 0]);
    for (const text of await grid(page).locator('.column-head text').all())
      expect((await text.boundingBox())!.y).toBeGreaterThanOrEqual((await scroll.boundingBox())!.y);
  });
});

test('what could not be fetched is said, and the rest works', async ({ page }) => {
  await page.route(/graph-(?:data|matrix)\.json/, (route) => route.fulfill({ status: 500 }));
  await openMap(page, `?focus=${BACKOFF}`);
  await expect(page.locator('[data-map-status]')).toHaveText('The sentences could not be fetched.');
  await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
  await page.goto(`graph/?tie=08-single-site-orchestration..${EDGE}`);
  await expect(panel(page).getByText('The sentences could not be fetched.')).toBeVisible();
  await page.route(/graph-map\.json/, (route) => route.fulfill({ status: 500 }));
  await page.goto('graph/');
  await expect(page.locator('[data-map-status]')).toContainText('The map could not be opened.');
  await expect(page.locator('.map-host svg').first()).toBeVisible();
});
