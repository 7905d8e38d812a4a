/** The page of a large specification: asked, replayed, exported and linked. This specification, taken for a large one. */
import { readFileSync } from 'node:fs';
import { axeFaults } from '../helpers/axe.ts';
import { startDevProject, type DevProject } from '../helpers/dev-project.ts';
import { replayTwoPhases } from '../helpers/graph-page.ts';
import { expect, sidewaysOverflow, test, type Page } from '../helpers/site-test.ts';

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
    await expect(page.locator('[data-map][data-ready]')).toBeVisible({ timeout: 5000 });
  }).toPass(SOON);
  await isDrawn(page);
}
/** Waits until the picture is complete: nothing moves, and the last labels are drawn. */
const isDrawn = (page: Page): Promise<void> =>
  expect(page.locator('[data-map][data-ready]:not([data-drawing])')).toBeVisible(SOON);
const answer = (page: Page) => page.locator('[data-answer]');
const heading = (page: Page) => page.locator('[data-panel-body] h2');
const words = (page: Page) => answer(page).locator('.answer-words');
const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);
/** The picture as a string, so that two pictures can be compared. */
const picture = (page: Page): Promise<string> =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test('finds the path between two nodes; names, swap, link and close work', async ({ page, complaints }) => {
  await open(page);
  const before = await picture(page);
  await page.getByRole('button', { name: 'Path', exact: true }).click();
  await expect(words(page)).toHaveText('Choose two things.', SOON);
  await answer(page).getByRole('combobox', { name: 'From' }).fill('fl_edge_backoff');
  await page.keyboard.press('Enter');
  await expect(words(page)).toContainText('choose the other end');
  await answer(page).getByRole('combobox', { name: 'To' }).fill('08 Single-Site Orchestration');
  await page.keyboard.press('Enter');
  await expect(words(page)).toHaveText(/^FL_EDGE_BACKOFF → .+ → 08 Single-Site Orchestration$/);
  const steps = (await words(page).textContent())!.split(' → ');
  await expect(answer(page).locator('.path-steps > li')).toHaveCount(steps.length);
  await expect.poll(() => picture(page)).not.toBe(before);
  expect(query(page)).toBe(`?ask=path&of=${BACKOFF}&to=08-single-site-orchestration`);
  await page.reload();
  await expect(words(page)).toHaveText(steps.join(' → '), SOON);
  await answer(page).getByRole('button', { name: 'Swap' }).click();
  await expect(words(page)).toHaveText(/^08 Single-Site Orchestration → .* → FL_EDGE_BACKOFF$/);
  await answer(page).getByRole('button', { name: 'Close' }).click();
  await expect(answer(page)).toBeEmpty();
  await expect.poll(() => picture(page)).toBe(before);
  expect(query(page)).toBe('');
  expect(complaints).toEqual([]);
});

test('refuses an unknown name; the other end can be chosen in the list', async ({ page }) => {
  await open(page, `?ask=path&of=${BACKOFF}`);
  const to = answer(page).getByRole('combobox', { name: 'To' });
  await to.fill('FL_NOTHING');
  await page.keyboard.press('Enter');
  expect(await to.evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
    'Nothing on the map has this name.',
  );
  await page.locator('details', { hasText: 'Phase 9' }).locator('summary').click();
  await page.getByRole('link', { name: '14 Edge and Auto-Scaling' }).click();
  await expect(words(page)).toHaveText(/^FL_EDGE_BACKOFF → .*14 Edge and Auto-Scaling$/);
});

test('shows neighbourhood and impact of the selected node', async ({ page }) => {
  await open(page, `?focus=${BACKOFF}`);
  await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
  await page.getByRole('button', { name: 'Neighbourhood' }).click();
  await expect(answer(page).getByRole('heading', { name: 'Neighbourhood' })).toBeFocused();
  await expect(words(page)).toHaveText(/^\d+ things around FL_EDGE_BACKOFF within 1 step\.$/);
  await answer(page).getByRole('combobox', { name: 'Depth' }).selectOption('2');
  await expect(words(page)).toContainText('within 2 steps');
  await answer(page).getByRole('combobox', { name: 'References' }).selectOption('out');
  await expect(words(page)).toHaveText('0 things pointed at by FL_EDGE_BACKOFF within 2 steps.');
  await page.getByRole('button', { name: 'Impact' }).click();
  await expect(words(page)).toContainText(
    /\d documents refer to FL_EDGE_BACKOFF in \d+ places, \d+ more only through others\./,
  );
  await expect(page.locator('[data-map-status]')).toContainText('documents refer to FL_EDGE_BACKOFF');
  const far = answer(page).locator('details').nth(1);
  await far.locator('summary').click();
  await expect(far.getByRole('listitem').first()).toBeVisible();
  await answer(page).locator('.relations button').first().click();
  await expect(heading(page)).not.toHaveText('FL_EDGE_BACKOFF');
  await page.keyboard.press('Escape');
  await expect(answer(page)).toBeEmpty();
});

test('lists a long answer in portions of a hundred', async ({ page }) => {
  await open(page, '?ask=near&of=02-supernode-appliance');
  const places = answer(page).locator('details').first().getByRole('listitem');
  await expect(places).toHaveCount(101, SOON);
  await answer(page)
    .getByRole('button', { name: /^\d+ more$/ })
    .first()
    .click();
  await expect.poll(() => places.count()).toBeGreaterThan(101);
  await expect(places.nth(100).getByRole('button')).toBeFocused();
});

test('the answer respects the filters', async ({ page }) => {
  await open(page, '?ask=near&of=14-edge-and-auto-scaling');
  await expect(words(page)).toHaveText(/^\d+ things around 14 Edge and Auto-Scaling/, SOON);
  const all = Number((await words(page).textContent())!.match(/^\d+/)![0]);
  await page.getByRole('checkbox', { name: /Sections/ }).uncheck();
  await expect
    .poll(async () => Number((await words(page).textContent())!.match(/^\d+/)![0]))
    .toBeLessThan(all);
});

test('the slider shows how the specification grew, and what each phase added', async ({ page }) => {
  await open(page);
  const whole = await picture(page);
  const slider = page.getByRole('slider', { name: 'Show through phase' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Phase 1: /);
  await expect.poll(() => picture(page)).not.toBe(whole);
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Phase 5: .* added 1 document/)).toBeVisible();
  expect(query(page)).toBe('?through=5');
  await page.reload();
  await expect(slider).toHaveAttribute('aria-valuetext', /^Phase 5: /);
  await expect(page.getByText(/^Phase 5: .* added 1 document/)).toBeVisible(SOON);
  await replayTwoPhases(page);
});

test('the URL keeps the visible part of the picture', async ({ page }) => {
  await open(page);
  await page.locator('canvas').hover();
  await page.mouse.wheel(0, -600);
  await expect.poll(() => query(page)).toMatch(/^\?at=-?[\d.]+,-?[\d.]+,[\d.]+$/);
  await isDrawn(page);
  const link = query(page);
  await page.reload();
  await expect(page.locator('[data-map][data-ready]')).toBeVisible(SOON);
  expect(query(page)).toBe(link);
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect.poll(() => query(page)).toBe('');
  await open(page, '?at=999999,0,3');
  await expect.poll(() => query(page)).toBe('');
});

test('exports the visible map as PNG and JSON', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '?kinds=document,section&through=5');
  await expect(page.getByRole('group', { name: 'Export' }).getByRole('button')).toHaveText(['PNG', 'JSON']);
  const take = async (type: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: type, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };
  const png = await take('PNG');
  expect(png.name).toBe('specification-map-phase-5.png');
  expect(png.content.readUInt32BE(16)).toBe(
    2 * (await page.locator('canvas').evaluate((canvas) => canvas.clientWidth)),
  );
  const corner = await page.evaluate(async (data) => {
    const picture = await createImageBitmap(
      new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]),
    );
    const brush = Object.assign(document.createElement('canvas'), { width: 4, height: 4 }).getContext('2d')!;
    brush.drawImage(picture, 0, 0);
    return brush.getImageData(1, 1, 1, 1).data[0];
  }, png.content.toString('base64'));
  expect(corner, 'light colours in every theme').toBeGreaterThan(240);
  const { name, content } = await take('JSON');
  expect(name).toBe('specification-map-phase-5.json');
  const exported = JSON.parse(content.toString());
  expect(exported).toMatchObject({
    schema: 'specgraph.map/1',
    url: page.url(),
    state: { kinds: ['document', 'section'], through: 5 },
  });
  expect(exported.nodes.filter(({ kind }: { kind: string }) => kind === 'document')).toHaveLength(10);
  expect(exported.nodes.every(({ phase }: { phase: number }) => phase <= 5)).toBe(true);
  const ids = new Set(exported.nodes.map(({ id }: { id: string }) => id));
  expect(exported.ties.length).toBeGreaterThan(20);
  expect(
    exported.ties.every(({ source, target }: Record<string, string>) => ids.has(source) && ids.has(target)),
  ).toBe(true);
});

test('axe finds no fault, and the page fits a phone', async ({ page }) => {
  test.slow();
  await open(page, `?ask=impact&of=${BACKOFF}&focus=14-edge-and-auto-scaling`);
  await expect(words(page)).toContainText('refer to FL_EDGE_BACKOFF', SOON);
  expect(await axeFaults(page, '.graph-page')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => sidewaysOverflow(page)).toBeLessThanOrEqual(0);
});

test('follows saves: findings come and go, place and selection stay', async ({ page, complaints }) => {
  test.slow();
  const file = 'spec/14-edge-and-auto-scaling.md';
  const text = '\n## Short-Lived\n\nSee Section 77 of this document.\n';
  const count = page.locator('[data-findings-count]');
  const place = '?focus=14-edge-and-auto-scaling&at=20,40,3';
  await open(page, place);
  await expect(count).toHaveText('0');
  const before = await picture(page);
  await project.edit(file, (old) => old + text);
  await expect(count).not.toHaveText('0', SOON);
  const findings = (await count.textContent())!.trim();
  await expect.poll(() => picture(page)).not.toBe(before);
  expect(query(page)).toBe(place);
  await expect(heading(page)).toHaveText('14 Edge and Auto-Scaling');
  await expect(page.locator('[data-panel-body]')).toContainText('Findings (');

  await page.getByRole('button', { name: 'Findings' }).click();
  await expect(words(page)).toHaveText(new RegExp(`^${findings} findings?\\.$`), SOON);
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
  await expect(count).toHaveText('0', SOON);
  await expect(heading(page)).toHaveCount(0);
  expect(query(page)).toBe('');
  expect(complaints).toEqual([]);
});

test('the arrow keys move the selection along the lines', async ({ page }) => {
  await open(page, '?focus=14-edge-and-auto-scaling');
  const map = page.getByRole('application', { name: 'Map of the specification' });
  await map.focus();
  for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect(heading(page)).not.toHaveText('14 Edge and Auto-Scaling');
  await expect(page.locator('[data-map-status]')).toContainText(/: points at |Nothing lies that way/);
});
