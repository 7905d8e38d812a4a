/** Previews of references: with the pointer, with the keyboard, by touch. */
import { axeColourFaults, axeFaults } from '../helpers/axe.ts';
import {
  expect,
  idle,
  layoutShift,
  placeOf,
  pressUntilFocused,
  settled,
  test,
  type Locator,
  type Page,
} from '../helpers/site-test.ts';

const EDGE = 'spec/14-edge-and-auto-scaling/';
/** A card opens and closes after less than this; the clock of the page is put forward by it. */
const LONGER_THAN_ANY_DELAY_MS = 600;
const REFERENCE = 'spec/03-contextualization-reference/';

/** Found by its id: by its role takes a look at every element of a long document. */
const card = (page: Page): Locator => page.locator('[id="page:preview"]');
/*
 * An `expect` that does not hold yet describes the whole page in case it never will, which takes up to half a second
 * on a long document. To wait for the card costs nothing, and fails in the same way.
 */
const opens = (page: Page): Promise<void> => card(page).waitFor({ timeout: 15_000 });
const closes = (page: Page): Promise<void> => card(page).waitFor({ state: 'hidden', timeout: 10_000 });
const reference = (page: Page, kind: string, at = 0): Locator =>
  page.locator(`main :is(p, li) a.ref-${kind}`).nth(at);

/** Scrolls a reference to the middle of the window, where a card has room above and below. */
async function centre(target: Locator): Promise<void> {
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
}

/** Whether the card covers a part of a reference: one of its lines, not the box around them. */
async function overlaps(page: Page, target: Locator): Promise<boolean> {
  const box = (await card(page).boundingBox())!;
  return target.evaluate(
    (element, { x, y, width, height }) =>
      [...element.getClientRects()].some(
        (line) => line.left < x + width && line.right > x && line.top < y + height && line.bottom > y,
      ),
    box,
  );
}

async function hover(page: Page, target: Locator): Promise<void> {
  await centre(target);
  await target.hover();
  // The first card of a page waits for its script and its data.
  await opens(page);
}

/** Waits until a card that is about to open or close has done so, without the time that this takes. */
async function letDelaysPass(page: Page): Promise<void> {
  await page.clock.fastForward(LONGER_THAN_ANY_DELAY_MS);
  await settled(page);
}

test.slow();

test.describe('with the pointer', () => {
  test('a variable shows its facts; its data is fetched once, and again when documents have changed', async ({
    page,
    complaints,
  }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(EDGE);
    await test.step('the data is not fetched before a reference is pointed at', async () => {
      await idle(page);
      expect(fetched.filter((path) => /preview|control/.test(path))).toEqual([]);
    });
    await test.step('a variable shows its type, its default, its validation rule and where it is defined', async () => {
      const target = reference(page, 'variable');
      await hover(page, target);
      await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText(
        await target.innerText(),
      );
      for (const label of ['Type', 'Default', 'Validation', 'Defined in'])
        await expect(card(page).locator('dt', { hasText: label }).first()).toBeVisible();
      expect(await overlaps(page, target)).toBe(false);
      expect(complaints).toEqual([]);
      await page.mouse.move(5, 5);
      await closes(page);
    });
    await test.step('the data is fetched when a reference is first pointed at, and only once', async () => {
      for (const at of [1, 2]) {
        await hover(page, reference(page, 'variable', at));
        await page.mouse.move(5, 5);
        await closes(page);
      }
      expect(fetched.filter((path) => path.endsWith('/previews/names.json'))).toHaveLength(1);
    });
    await test.step('the data is fetched again when documents have changed', async () => {
      await hover(page, reference(page, 'variable'));
      await page.evaluate(() => document.dispatchEvent(new CustomEvent('spec:changed')));
      await page.mouse.move(5, 5);
      await closes(page);
      await hover(page, reference(page, 'variable', 1));
      expect(fetched.filter((path) => path.endsWith('/previews/names.json'))).toHaveLength(2);
    });
  });

  test('a card closes, stays closed or stays open as the pointer moves', async ({ page, baseURL }) => {
    await page.clock.install();
    await page.goto(EDGE);
    await test.step('a card closes when the pointer leaves, and does not open for a pointer that only passes', async () => {
      const target = reference(page, 'variable');
      await hover(page, target);
      await page.mouse.move(5, 5);
      await closes(page);
      await target.hover();
      await page.mouse.move(5, 5);
      await letDelaysPass(page);
      await closes(page);
    });
    await test.step('Escape closes a card, which stays closed until the pointer leaves the reference', async () => {
      const target = reference(page, 'variable');
      await hover(page, target);
      await page.keyboard.press('Escape');
      await closes(page);
      const box = (await target.boundingBox())!;
      await page.mouse.move(box.x + 4, box.y + box.height / 2);
      await letDelaysPass(page);
      await closes(page);
      await page.mouse.move(5, 5);
      await target.hover();
      await opens(page);
      await page.mouse.move(5, 5);
      await closes(page);
    });
    await test.step('a card stays open while the pointer is on it, and its links can be followed', async () => {
      await hover(page, reference(page, 'variable'));
      const link = card(page)
        .getByRole('link', { name: /^spec\/03:/ })
        .first();
      await link.hover();
      await letDelaysPass(page);
      await opens(page);
      await link.click();
      await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/03-contextualization-reference\/#/);
    });
  });

  test('every kind of reference has a card, which stays in the window and moves nothing', async ({
    page,
  }) => {
    await page.goto(EDGE);
    await test.step('every kind of reference has a card', async () => {
      for (const kind of ['section', 'document', 'requirement', 'phase', 'step', 'attribute']) {
        await page.mouse.move(0, 0);
        await closes(page);
        const target = page.locator(`main a.ref-${kind}`).first();
        await hover(page, target);
        await expect(card(page).locator('.preview-title'), kind).not.toBeEmpty();
        await expect(card(page).locator('.preview-kind'), kind).toContainText(
          /^(Section|Document|Requirement|Phase|Step|Attribute)/,
        );
      }
    });
    await test.step('a card flips at the lower edge, stays inside the window, and never covers its reference', async () => {
      for (const block of ['start', 'end', 'center'] as const) {
        for (const at of [0, 4, 9]) {
          await page.mouse.move(5, 5);
          await closes(page);
          const target = reference(page, 'section', at);
          await target.evaluate(
            (element, where) => element.scrollIntoView({ block: where, behavior: 'instant' }),
            block,
          );
          await target.hover();
          await opens(page);
          const box = (await card(page).boundingBox())!;
          expect(
            box.x >= 0 && box.y >= 0 && box.x + box.width <= 1440 && box.y + box.height <= 900,
            `${block} ${at}: ${JSON.stringify(box)}`,
          ).toBe(true);
          expect(await overlaps(page, target), `${block} ${at}`).toBe(false);
        }
      }
      await page.mouse.move(5, 5);
      await closes(page);
    });
    await test.step('nothing on the page moves when a card opens', async () => {
      const before = await layoutShift(page);
      for (const at of [0, 3, 6]) {
        await hover(page, reference(page, 'section', at));
        await page.mouse.move(5, 5);
        await closes(page);
      }
      await settled(page);
      expect((await layoutShift(page)) - before).toBe(0);
    });
  });
});

test.describe('with the keyboard', () => {
  /** Focuses a reference as a key does. */
  const focus = async (page: Page, target: Locator): Promise<void> => {
    await centre(target);
    await target.evaluate((element: HTMLElement) => element.focus({ focusVisible: true } as FocusOptions));
    await opens(page);
  };

  test('focus opens a card, Tab goes through its links, Shift+Tab and Escape go back', async ({ page }) => {
    await page.clock.install();
    await page.goto(EDGE);
    await test.step('focus opens a card, which describes the reference', async () => {
      const target = reference(page, 'section', 2);
      await focus(page, target);
      await expect(target).toHaveAttribute('aria-describedby', 'page:preview');
      await expect(target).toBeFocused();
      expect(await overlaps(page, target)).toBe(false);
      await target.blur();
      await closes(page);
    });
    await test.step('Tab goes through the links of a card and then to the stop after the reference', async () => {
      const target = reference(page, 'variable');
      await focus(page, target);
      const links = card(page).getByRole('link');
      const count = await links.count();
      for (let i = 0; i < count; i++) {
        await page.keyboard.press('Tab');
        await expect(links.nth(i)).toBeFocused();
      }
      await page.keyboard.press('Tab');
      await closes(page);
      expect(
        await target.evaluate((element) => {
          const stops = [
            ...document.querySelectorAll<HTMLElement>('main :is(a[href], button, summary, [tabindex="0"])'),
          ].filter((stop) => stop.checkVisibility());
          return stops.indexOf(document.activeElement as HTMLElement) - stops.indexOf(element as HTMLElement);
        }),
      ).toBe(1);
    });
    await test.step('Shift+Tab and Escape go from a card back to its reference', async () => {
      const target = reference(page, 'variable');
      await focus(page, target);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      await expect(target).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await expect(target).toBeFocused();
      await closes(page);
      await letDelaysPass(page);
      await closes(page);
    });
  });

  test('Tab pressed quickly passes a reference without going into its card', async ({ page }) => {
    await page.goto(EDGE);
    await pressUntilFocused(page, 'Tab', reference(page, 'requirement'), 120);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  /** Taps the mark, which is at the end of the reference's last line. */
  const tapMark = async (page: Page, target: Locator): Promise<void> => {
    await centre(target);
    const [x, y] = await target.evaluate((element) => {
      const line = [...element.getClientRects()].at(-1)!;
      return [line.right - 4, line.top + line.height / 2];
    });
    await page.touchscreen.tap(x, y);
  };

  test('a tap on the mark opens a card, a tap elsewhere or a second one closes it, a tap on the words follows the link', async ({
    page,
    baseURL,
  }) => {
    await page.goto(EDGE);
    await test.step('a tap on the mark opens a card without following the link, a tap elsewhere closes it', async () => {
      const target = reference(page, 'variable');
      await tapMark(page, target);
      await opens(page);
      await expect.poll(() => placeOf(page, baseURL)).toBe(EDGE);
      expect(await overlaps(page, target)).toBe(false);
      const box = (await card(page).boundingBox())!;
      expect(box.x >= 0 && box.x + box.width <= 390).toBe(true);
      await page.touchscreen.tap(200, 70);
      await closes(page);
    });
    await test.step('a second tap on the mark closes the card', async () => {
      const target = reference(page, 'section', 2);
      await tapMark(page, target);
      await opens(page);
      await tapMark(page, target);
      await closes(page);
    });
    await test.step('a tap on the words follows the link', async () => {
      const target = reference(page, 'variable');
      await centre(target);
      const name = await target.evaluate((element) => (element as HTMLElement).dataset.ref!.split(':')[1]);
      const box = (await target.boundingBox())!;
      await page.touchscreen.tap(box.x + 8, box.y + box.height / 2);
      await expect.poll(() => placeOf(page, baseURL)).toBe(`variables/${name}/`);
    });
  });
});

test('a reference is a plain link where its preview cannot be fetched', async ({ page, baseURL }) => {
  await page.clock.install();
  await page.route('**/previews/**', (route) => route.fulfill({ status: 503 }));
  await page.goto(EDGE);
  const target = reference(page, 'variable');
  await centre(target);
  const refused = page.waitForResponse('**/previews/**');
  await target.hover();
  await page.clock.fastForward(LONGER_THAN_ANY_DELAY_MS);
  await refused;
  await settled(page);
  await closes(page);
  await target.click();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^variables\//);
});

test('axe finds nothing with a card and the list of uses open, light and dark', async ({ page }) => {
  await page.goto(REFERENCE);
  await page.locator('a.uses').nth(2).click();
  await page.locator('.uses-panel').waitFor({ timeout: 15_000 });
  await page.evaluate(keepPartsAroundUses);
  await hover(page, page.locator('.uses-row + tr').locator('a.ref-variable').first());
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const examine = colorScheme === 'light' ? axeFaults : axeColourFaults;
    const faults = await examine(page, '[id="page:preview"]', '.uses-panel', 'tr:has(+ .uses-row)');
    expect(faults, colorScheme).toEqual([]);
  }
});

/** Runs in the page: removes the rest of the document, every element of which axe would read. */
function keepPartsAroundUses(): void {
  const panel = document.querySelector('.uses-panel')!;
  for (const part of document.querySelectorAll('[data-document] > *'))
    if (!part.contains(panel)) part.remove();
}
