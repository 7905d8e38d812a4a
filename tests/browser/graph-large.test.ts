/** The graph of a large specification: ten times the size of this one, on the page of the benchmark. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../bench/graph/contestants/canvas.ts';
import { measure } from '../../bench/graph/measure.ts';
import { bundlePages } from '../../bench/graph/pages.ts';
import { enlargedGraph } from '../../bench/graph/specification.ts';
import { columnsOfMap } from '../../src/site/graph/columns-of-map.ts';
import type { MapKind } from '../../src/map/model.ts';
import { ROOT } from '../helpers/built-site.ts';
import { serveFolder, type Served } from '../helpers/serve-folder.ts';
import { expect, settled, test, type Page } from '../helpers/site-test.ts';

/** Tasks on the main thread may be this many times as long as those of an empty page. The browser reports no task under 50 ms. */
const LONGER = 20;

let site: Served;
/** Most tests use one page, because its data are large. */
let page: Page;
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const out = path.join(ROOT, '.cache/graph-large-test');
  mkdirSync(path.join(out, 'data'), { recursive: true });
  writeFileSync(path.join(out, 'data/x10.json'), JSON.stringify(columnsOfMap(await enlargedGraph(ROOT, 10))));
  await bundlePages(out, ['empty', 'canvas']);
  site = await serveFolder(out);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await open(page);
});
test.afterAll(async () => {
  await page?.close();
  await site?.close();
});
test.afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.evaluate(() => {
    const { kinds } = window.view.atlas!.scene.columns;
    Object.assign(window, { mapState: { kinds }, opened: undefined, answered: undefined });
    window.view.update(window.mapState);
    window.view.zoom('all');
  });
  await page.mouse.move(3, 3);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.waitForSelector('#host:not([data-drawing])');
});

async function open(one: Page): Promise<void> {
  await one.goto(`${site.url}canvas.html?data=x10.json`);
  await one.waitForFunction(() => window.usable);
}

/** Share of the pixels that are not of the most frequent colour. */
function painted(): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map<number, number>();
    for (const colour of new Uint32Array(data.buffer)) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    return 1 - Math.max(...counts.values()) / (canvas.width * canvas.height);
  });
}

/** A place where a node of the given kind is. */
async function placeOfA(one: Page, kind: string): Promise<{ x: number; y: number; id: string }> {
  const found = await one.evaluate((wanted) => {
    for (let y = 60; y < innerHeight - 60; y += 3) {
      for (let x = 60; x < innerWidth - 60; x += 3) {
        const id = window.view.idAt(x, y);
        const { atlas } = window.view;
        if (id && atlas?.node(atlas.indexOf(id)).kind === wanted)
          return { x: x + 2, y: y + 2, id: window.view.idAt(x + 2, y + 2)! };
      }
    }
    return undefined;
  }, kind);
  expect(found, `a ${kind} in the picture`).toBeDefined();
  return found!;
}

const selected = (one: Page): Promise<string | undefined> => one.evaluate(() => window.mapState.selected);

test('paints the map with all generated nodes', async () => {
  expect(await painted()).toBeGreaterThan(0.02);
  const counts = await page.evaluate(() => {
    const { kinds, kind } = window.view.atlas!.scene.columns;
    return Object.fromEntries(
      kinds.map((name, code) => [name, kind.filter((own) => own === code).length]),
    ) as Partial<Record<MapKind, number>>;
  });
  expect(counts.document).toBe(150);
  expect(counts.section).toBeGreaterThan(7000);
  expect(counts.variable).toBeGreaterThan(400);
});

test('a click selects a node, one on empty ground clears the selection, a double click opens', async () => {
  const { x, y, id } = await placeOfA(page, 'document');
  const before = await painted();
  await page.mouse.click(x, y);
  expect(await selected(page)).toBe(id);
  await settled(page);
  expect(await painted()).not.toBe(before);
  const incoming = await page.evaluate((own) => {
    const atlas = window.view.atlas!;
    return atlas.tiesOf(atlas.indexOf(own)).incoming.length;
  }, id);
  expect(incoming).toBeGreaterThan(0);
  await page.mouse.click(3, 3);
  expect(await selected(page)).toBeUndefined();
  await page.mouse.dblclick(x, y);
  expect(await page.evaluate(() => window.opened)).toBe(id);
});

test('zooming in shows sections, and dragging moves the map', async () => {
  const { x, y, id } = await placeOfA(page, 'document');
  await page.mouse.move(x, y);
  for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -240);
  await expect
    .poll(() =>
      page.evaluate(() => window.view.places().nodes.filter(({ kind }) => kind === 'section').length),
    )
    .toBeGreaterThan(5);
  const section = await placeOfA(page, 'section');
  await page.mouse.click(section.x, section.y);
  expect(await selected(page)).toBe(section.id);
  expect(section.id).toContain('#');
  await page.mouse.move(section.x, section.y);
  await page.mouse.down();
  await page.mouse.move(section.x + 60, section.y + 45, { steps: 4 });
  await page.mouse.up();
  expect(
    await page.evaluate(([left, top]) => window.view.idAt(left, top), [
      section.x + 60,
      section.y + 45,
    ] as const),
  ).toBe(section.id);
  await page.evaluate(() => window.view.zoom('all'));
  await expect
    .poll(() => page.evaluate(([left, top]) => window.view.idAt(left, top), [x, y] as const))
    .toBe(id);
});

test('brings a revealed node into the picture and highlights the matches of a search', async () => {
  const before = await painted();
  await page.evaluate(() => window.view.update({ ...window.mapState, find: 'edge backoff' }));
  await expect.poll(() => painted()).not.toBe(before);
  // So small that the documents are closed: the map is zoomed in as well.
  await page.evaluate(() => window.view.zoom('out'));
  await page.evaluate(() => window.view.reveal('variable:FL_P7_EDGE_BACKOFF'));
  const middle = { x: 720, y: 450 };
  await expect
    .poll(() => page.evaluate(({ x, y }) => window.view.idAt(x, y), middle))
    .toBe('variable:FL_P7_EDGE_BACKOFF');
});

test('answers a question, highlights the answer, and keeps drawing meanwhile', async () => {
  const before = await painted();
  // Frames that come between the question and its answer.
  const frames = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        const tick = (): void =>
          void (window.answered ? resolve(count) : requestAnimationFrame(tick), count++);
        window.view.update({
          ...window.mapState,
          ask: { kind: 'impact', of: 'variable:FL_P7_EDGE_BACKOFF' },
        });
        tick();
      }),
  );
  expect(frames).toBeGreaterThan(3);
  expect(await page.evaluate(() => window.answered!.summary)).toMatch(
    /^\d+ documents refer to FL_P7_EDGE_BACKOFF in \d+ places, [\d,]+ more only through others\.$/,
  );
  await expect.poll(() => painted()).not.toBe(before);
  const highlighted = await painted();
  await page.evaluate(() => window.view.update({ ...window.mapState, ask: undefined }));
  await expect.poll(() => painted()).not.toBe(highlighted);
});

test('filters hide nodes, and the picture follows the theme', async () => {
  const all = await painted();
  await page.evaluate(() => window.view.update({ ...window.mapState, kinds: ['document'], through: 2 }));
  await expect.poll(() => painted()).not.toBe(all);
  const ground = (): Promise<number> =>
    page.evaluate(() => document.querySelector('canvas')!.getContext('2d')!.getImageData(2, 2, 1, 1).data[0]);
  expect(await ground()).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect.poll(ground).toBeLessThan(60);
});

test('neither opening nor moving the map blocks the page for long', async ({ browser }) => {
  test.setTimeout(90_000);
  const empty = await measure(browser, `${site.url}empty.html?data=x10.json`, 30_000);
  const map = await measure(browser, `${site.url}canvas.html?data=x10.json`, 30_000);
  const bound = LONGER * Math.max(50, empty.longestOpening!, empty.longestMoving!);
  expect(map.usable).not.toBeNull();
  expect(map.longestOpening).toBeLessThan(bound);
  expect(map.longestMoving).toBeLessThan(bound);
  expect(map.frames).toBe(empty.frames);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap on a group shows its documents, one on a document selects it, a second one opens it', async ({
    page: phone,
  }) => {
    await phone.emulateMedia({ reducedMotion: 'reduce' });
    await open(phone);
    const group = await phone.evaluate(() => {
      const { atlas, transform } = window.view.picture()!;
      const [{ x, y }] = atlas.scene.groups;
      return { x: transform.k * x + transform.x, y: transform.k * y + transform.y };
    });
    await phone.touchscreen.tap(group.x, group.y);
    expect(await selected(phone)).toBeUndefined();
    await settled(phone);
    const { x, y, id } = await placeOfA(phone, 'document');
    await phone.touchscreen.tap(x, y);
    expect(await selected(phone)).toBe(id);
    expect(await phone.evaluate(() => window.opened)).toBeUndefined();
    await phone.touchscreen.tap(x, y);
    expect(await phone.evaluate(() => window.opened)).toBe(id);
  });
});
