/** The dev server updates the open page after each save; no save ends the server or empties the page. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CHANGED_EVENT } from '../../src/payloads/live.ts';
import { HELD_PIECES_HEADER } from '../../src/payloads/pieces.ts';
import { startDevProject, type DevProject } from '../helpers/dev-project.ts';
import { ROOT } from '../helpers/built-site.ts';
import { answer, heading, isDrawn, picture, questions, words } from '../helpers/graph-page.ts';
import { expect, test, type Locator, type Page } from '../helpers/site-test.ts';

const DOCUMENT = 'spec/14-edge-and-auto-scaling.md';
const PAGE = 'spec/14-edge-and-auto-scaling/';
/** The machine may be busy; on a quiet one an update takes less than a second. */
const SOON = { timeout: 20_000 };

test.describe.configure({ mode: 'default', timeout: 90_000 });

let project: DevProject;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  // The graph page is that of a large specification, which has neither a matrix nor sentences.
  project = await startDevProject({ LARGE_GRAPH_NODES: '500' });
});
test.afterAll(() => project?.close());
test.afterEach(() => expect(project.alive()).toBe(true));

/** Opens a page and sets a mark in it, which a reload would remove. */
async function visit(page: Page, path: string): Promise<void> {
  await expect(async () => {
    expect((await page.goto(project.url + path))?.status()).toBe(200);
    await page.waitForLoadState('networkidle', { timeout: 10_000 });
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  }).toPass(SOON);
}
/** Waits for what the server says to a page that has just opened. */
const serverAnswers = (page: Page): Promise<void> =>
  new Promise((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes(CHANGED_EVENT)) resolve();
      }),
    );
  });
const neverReloaded = (page: Page): Promise<boolean> => page.evaluate(() => 'neverReloaded' in window);
const panel = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Findings', includeHidden: true });
/** Inserts text before the second section of the document. */
const insert =
  (words: string) =>
  (text: string): string =>
    text.replace('## 2. ', `${words}\n\n## 2. `);
/** Saves the document as it was at first. */
const restore = async (): Promise<void> => project.edit(DOCUMENT, () => original);
const original = await readFile(path.join(ROOT, DOCUMENT), 'utf8');

/**
 * Runs in the page: compares its main part and its contents with those of the same page fetched anew.
 * @returns the first place where text or links differ; '' where they are equal
 */
async function differenceToANewVisit(): Promise<string> {
  const linesOf = (root: Document): string[] =>
    [...root.querySelectorAll('.page')].flatMap((part) => {
      const lines: string[] = [];
      const walker = root.createTreeWalker(part);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType === 1)
          lines.push(
            `<${node.nodeName} ${(node as Element).id} ${(node as Element).getAttribute('href') ?? ''}`,
          );
        else if (node.nodeType === 8 && node.nodeValue!.startsWith('piece:')) lines.push(node.nodeValue!);
        else if (node.nodeType === 3 && node.nodeValue!.trim() !== '') lines.push(node.nodeValue!.trim());
      }
      return lines;
    });
  const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const [here, there] = [linesOf(document), linesOf(fresh)];
  const at = there.findIndex((line, i) => line !== here[i]);
  return at < 0 && here.length === there.length
    ? ''
    : `${here.slice(Math.max(0, at), at + 3).join(' / ')} instead of ${there.slice(Math.max(0, at), at + 3).join(' / ')}`;
}

test('an open page is updated in place after a save', async ({ page, complaints }) => {
  await visit(page, PAGE);
  await project.edit(DOCUMENT, insert('A sentence just written about `FL_EDGE_BACKOFF`.'));
  const sentence = page.getByRole('main').locator('p', { hasText: 'A sentence just written' });
  await expect(sentence).toBeVisible(SOON);
  await expect(sentence.getByRole('link', { name: 'FL_EDGE_BACKOFF' })).toHaveAttribute(
    'href',
    '/variables/FL_EDGE_BACKOFF/',
  );
  await restore();
  await expect(sentence).toHaveCount(0, SOON);
  expect(await neverReloaded(page)).toBe(true);
  expect(complaints).toEqual([]);
});

test('a save keeps the scroll position, the selection, unfolded parts and the focus', async ({ page }) => {
  await visit(page, PAGE);
  const heading = page.getByRole('heading', { name: '10. ' }).first();
  const backlinks = page.locator('main details.backlinks').nth(2);
  await backlinks.locator('summary').click();
  await heading.getByRole('link').focus();
  await heading.evaluate((element) => {
    element.scrollIntoView({ behavior: 'instant' });
    const words = element.nextElementSibling!;
    getSelection()!.selectAllChildren(words);
  });
  const before = {
    y: (await heading.boundingBox())!.y,
    words: await page.evaluate(() => String(getSelection())),
  };
  await project.edit(DOCUMENT, insert('First new.\n\nSecond new.\n\n- with\n- a list'));
  await expect(page.getByText('Second new.')).toHaveCount(1, SOON);
  expect(Math.abs((await heading.boundingBox())!.y - before.y)).toBeLessThan(2);
  expect(before.words.length).toBeGreaterThan(20);
  expect(await page.evaluate(() => String(getSelection()))).toBe(before.words);
  await expect(backlinks).toHaveAttribute('open', '');
  await expect(heading.getByRole('link')).toBeFocused();
  expect(await neverReloaded(page)).toBe(true);
  await restore();
});

test('new parts work like the old ones: code can be copied, the contents mark the section', async ({
  page,
}) => {
  await visit(page, PAGE);
  await project.edit(DOCUMENT, insert('### 1.9 Newly written\n\n```bash\nnewly --written\n```'));
  const code = page.locator('.code-block', { hasText: 'newly --written' });
  await expect(code.getByRole('button')).toBeVisible(SOON);
  await page
    .getByRole('heading', { name: 'Newly written' })
    .evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await expect(page.locator('[id="page:contents"] [aria-current]')).toContainText('Newly written');
  await restore();
  await expect(code).toHaveCount(0, SOON);
  await expect(page.locator('[id="page:contents"] [aria-current]')).toHaveCount(1);
});

test('after any save the open page equals a newly opened one, and unchanged sections are not replaced', async ({
  page,
}) => {
  await visit(page, PAGE);
  const sections = original.split(/^(?=## )/m);
  const numbered = (number: number): string =>
    sections.find((section) => section.startsWith(`## ${number}. `))!;
  const texts = [
    insert('New words.')(original),
    insert('Other words.\n\n| A | B |\n|---|---|\n| 1 | 2 |')(original),
    insert('Other words.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n> said')(original),
    original.replace(numbered(3), ''),
    original.replace(numbered(3) + numbered(4), numbered(4) + numbered(3)),
    original.replace(numbered(2), `${numbered(2)}${numbered(2)}`),
    original.replace(/^## 5\. .*$/m, '## 5. Renamed'),
    original.replace(/^(### \d+\.\d+ .*)\n/m, '$1 and more\n\nFirst.\n'),
    original,
  ];
  await page
    .getByRole('heading', { name: '10. ' })
    .first()
    .evaluate((heading) => Object.assign(heading, { untouched: true }));
  const sent: number[] = [];
  page.on('response', async (response) => {
    if (HELD_PIECES_HEADER in response.request().headers())
      sent.push((await response.body().catch(() => '')).length);
  });
  const servedText = async (): Promise<string> =>
    (await page.request.get(`${project.url}${PAGE.replace(/\/$/, '.md')}`)).text();
  for (const text of texts) {
    await project.edit(DOCUMENT, () => text);
    // An event would not do: the one of an earlier save may come late, and then two saves become one for the server.
    await expect.poll(async () => (await servedText()) === text, SOON).toBe(true);
    await expect.poll(() => page.evaluate(differenceToANewVisit), SOON).toBe('');
  }
  expect(
    await page
      .getByRole('heading', { name: '10. ' })
      .first()
      .evaluate((heading) => 'untouched' in heading),
  ).toBe(true);
  const whole = (await (await page.request.get(project.url + PAGE)).text()).length;
  // Some are never answered: the next save ends them.
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  expect(sent[0]).toBeLessThan(whole / 2);
  expect(await neverReloaded(page)).toBe(true);
});

test('a broken reference is shown in the panel, in the text and on the map until it is fixed', async ({
  page,
}) => {
  await visit(page, PAGE);
  await expect(panel(page)).toBeHidden();
  await project.edit(DOCUMENT, insert('See Section 77.'));
  await expect(panel(page)).toContainText('Section 77 does not exist', SOON);
  await expect(panel(page)).toContainText(/broken-section/);
  await expect(page.locator('.ref-broken', { hasText: 'Section 77' })).toBeVisible(SOON);

  const [request] = await Promise.all([
    page.waitForRequest((one) => one.url().includes('__open-in-editor')),
    panel(page).getByRole('button', { name: DOCUMENT }).click(),
  ]);
  const line = original.slice(0, original.indexOf('## 2. ')).split('\n').length;
  expect(new URL(request.url()).searchParams.get('file')).toBe(`${DOCUMENT}:${line}:5`);

  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('listitem')).toHaveCount(0);
  await expect(panel(page).getByRole('button', { name: '1 error' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('listitem')).toHaveCount(1);

  const onMap = async (): Promise<boolean> =>
    (await (await page.request.get(`${project.url}graph.json`)).text()).includes('Section 77');
  expect(await onMap()).toBe(true);
  await restore();
  await expect(panel(page)).toBeHidden(SOON);
  await expect(page.locator('.ref-broken')).toHaveCount(0, SOON);
  expect(await onMap()).toBe(false);
  expect(await neverReloaded(page)).toBe(true);
});

test('a save updates the data of the map', async ({ page }) => {
  // A save that comes before the server has answered a page is part of that answer, which names no documents.
  const answered = serverAnswers(page);
  await visit(page, 'graph/');
  await answered;
  const data = async (): Promise<string> => (await page.request.get(`${project.url}graph-map.json`)).text();
  const before = await data();
  const changed = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        document.addEventListener('spec:changed', (event) => {
          const { documents } = (event as CustomEvent<{ documents: { changed: string[] } }>).detail;
          if (documents.changed.length > 0) resolve(documents.changed);
        });
      }),
  );
  await project.edit(DOCUMENT, insert('### 1.9 New part\n\nText of spec/01.'));
  expect(await changed).toEqual(['14-edge-and-auto-scaling']);
  expect(await data()).not.toBe(before);
  await restore();
  await expect.poll(async () => (await data()) === before, SOON).toBe(true);
});

test('the integrity page shows findings until they are fixed', async ({ page }) => {
  await visit(page, 'integrity/');
  const finding = page.getByRole('main').locator('.finding', { hasText: 'Section 77' });
  await expect(finding).toHaveCount(0);
  await project.edit(DOCUMENT, insert('See Section 77.'));
  await expect(finding.first()).toBeVisible(SOON);
  await restore();
  await expect(finding).toHaveCount(0, SOON);
  expect(await neverReloaded(page)).toBe(true);
});

test('a new row in the table adds a variable to the list', async ({ page }) => {
  const file = 'spec/03-contextualization-reference.md';
  await visit(page, 'variables/');
  await expect(page.getByRole('link', { name: 'FL_EDGE_NEW' })).toHaveCount(0);
  const text = await readFile(path.join(ROOT, file), 'utf8');
  const row = text.split('\n').find((line) => /^\| \d+ \| `FL_EDGE_MAX_BACKOFF`/.test(line))!;
  expect(row).toBeDefined();
  await project.edit(file, () =>
    text.replace(
      row,
      `${row}\n${row.replace('FL_EDGE_MAX_BACKOFF', 'FL_EDGE_NEW').replace('O\\|number', 'O\\|password').replace('`number`', '`password`')}`,
    ),
  );
  await expect(page.getByRole('main').getByRole('link', { name: 'FL_EDGE_NEW' }).first()).toBeVisible(SOON);
  await expect(panel(page)).toBeVisible();
  // The table can still be sorted and filtered, with the new row.
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await page.getByRole('searchbox', { name: 'Find in this list' }).fill('EDGE_NEW');
  await expect(page.locator('#variables tbody tr:visible')).toHaveCount(1);
  // A type that is new gets a checkbox, which filters like the others.
  await page.getByRole('searchbox', { name: 'Find in this list' }).fill('');
  await page.getByRole('checkbox', { name: 'password' }).check();
  await expect(page.locator('#variables tbody tr:visible')).toHaveCount(1);
  await project.edit(file, () => text);
  await expect(page.getByRole('link', { name: 'FL_EDGE_NEW' })).toHaveCount(0, SOON);
  expect(await neverReloaded(page)).toBe(true);
});

test('a new document gets a page, which moves when the file is renamed and goes when it is deleted', async ({
  page,
}) => {
  await page.goto(`${project.url}spec/15-more/`);
  const main = page.getByRole('main');
  await expect(main).toContainText('There is no such page');
  await project.edit('spec/15-more.md', () => '# More\n\n## 1. Scope\n\nText of the new document.\n');
  await expect(main).toContainText('Text of the new document', SOON);
  await project.rename('spec/15-more.md', 'spec/15-renamed.md');
  await expect(main).toContainText('There is no such page', SOON);
  await visit(page, 'spec/15-renamed/');
  await expect(main).toContainText('Text of the new document');
  await expect(page.locator('[id="page:documents"]').getByRole('link', { name: /15/ })).toHaveCount(1);
  // The page for missing addresses has a script of its own, so it is loaded anew.
  await project.remove('spec/15-renamed.md');
  await expect(main).toContainText('There is no such page', SOON);
});

for (const { what, file, broken } of [
  { what: 'contract', file: 'spec/contracts/phase-09.yaml', broken: 'must_haves: [unclosed\n' },
  { what: 'configuration', file: 'spec/specgraph.config.ts', broken: 'export const = {\n' },
]) {
  test(`a ${what} that cannot be read leaves the pages unchanged and is reported until it is fixed`, async ({
    page,
  }) => {
    await visit(page, PAGE);
    await project.edit(file, (text) => broken + text);
    await expect(panel(page).getByRole('button', { name: file })).toBeVisible(SOON);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Edge and Auto-Scaling');
    await project.edit(DOCUMENT, insert('Meanwhile.'));
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Edge and Auto-Scaling');
    await expect(panel(page).getByRole('button', { name: file })).toBeVisible(SOON);
    await project.edit(file, (text) => text.replace(broken, ''));
    await expect(page.getByText('Meanwhile.')).toBeVisible(SOON);
    await expect(panel(page)).toBeHidden(SOON);
    await restore();
    await expect(page.getByText('Meanwhile.')).toHaveCount(0, SOON);
  });
}

test('bytes that are not text are reported and shown as replacement characters', async ({ page }) => {
  await visit(page, PAGE);
  const at = original.indexOf('## 2. ');
  const strange = Buffer.concat([
    Buffer.from(original.slice(0, at)),
    Buffer.from([0xff, 0x00, 0xc3, 0x28]),
    Buffer.from(`\n\n${original.slice(at)}`),
  ]);
  await project.save(DOCUMENT, strange);
  await expect(panel(page)).toContainText('unreadable-text', SOON);
  await expect(page.getByRole('main')).toContainText('\uFFFD', SOON);
  await project.save(DOCUMENT, Buffer.from(original));
  await expect(panel(page)).toBeHidden(SOON);
  await expect(page.getByRole('main')).not.toContainText('\uFFFD', SOON);
  expect(await neverReloaded(page)).toBe(true);
});

test('after two saves in a row the page shows the second', async ({ page }) => {
  await visit(page, PAGE);
  for (let i = 0; i < 12; i++) await project.edit(DOCUMENT, () => insert(`Save number ${i}.`)(original));
  await expect(page.getByText('Save number 11.')).toBeVisible(SOON);
  await expect(page.getByText(/Save number/)).toHaveCount(1);
  await restore();
});

const BACKOFF = 'variable:FL_EDGE_BACKOFF';

async function openGraph(page: Page, query = ''): Promise<void> {
  await expect(async () => {
    await page.goto(`${project.url}graph/${query}`);
    await expect(page.locator('[data-map-host][data-ready]')).toBeVisible({ timeout: 5000 });
  }).toPass(SOON);
  await isDrawn(page);
}
const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

test('the graph of a large specification answers questions without sentences, and lists long answers in portions', async ({
  page,
  complaints,
}) => {
  await openGraph(page, `?focus=${BACKOFF}`);
  await expect(page.getByRole('button', { name: 'Matrix', exact: true })).toHaveCount(0);
  await expect(heading(page)).toHaveText('FL_EDGE_BACKOFF');
  await page.getByRole('button', { name: 'What to read again' }).click();
  await expect(words(page)).toHaveText(/^\d documents refer to FL_EDGE_BACKOFF in \d+ places/, SOON);
  await answer(page).locator('.relations button').first().click();
  await expect(heading(page)).not.toHaveText('FL_EDGE_BACKOFF');
  await openGraph(page, '?ask=near&of=02-supernode-appliance&depth=2&kinds=document,section');
  const places = answer(page).locator('details').nth(1).getByRole('listitem');
  await answer(page).locator('details').nth(1).locator('summary').click();
  await expect(places).toHaveCount(101, SOON);
  await answer(page)
    .getByRole('button', { name: /^\d+ more$/ })
    .last()
    .click();
  await expect.poll(() => places.count()).toBeGreaterThan(101);
  await expect(places.nth(100).getByRole('button')).toBeFocused();
  expect(complaints).toEqual([]);
});

test('the graph of a large specification follows saves: findings come and go, place and selection stay', async ({
  page,
  complaints,
}) => {
  test.slow();
  const text = '\n## Short-Lived\n\nSee Section 77 of this document.\n';
  const place = '?focus=14-edge-and-auto-scaling&at=400,0,1.5';
  await openGraph(page, place);
  const before = await picture(page);
  await project.edit(DOCUMENT, (old) => old + text);
  await expect(page.locator('[data-panel-body]')).toContainText('Findings (', SOON);
  await expect.poll(() => picture(page)).not.toBe(before);
  expect(query(page)).toBe(place);
  await expect(heading(page)).toHaveText('14 Edge and Auto-Scaling');

  await questions(page).selectOption('findings');
  await expect(words(page)).toHaveText(/^\d+ findings?; broken: /, SOON);
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
  await project.edit(DOCUMENT, (old) => old.replace(text, ''));
  await expect(heading(page)).toHaveCount(0, SOON);
  expect(query(page)).toBe('');
  expect(complaints).toEqual([]);
});
