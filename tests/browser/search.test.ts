/** The search dialog, mostly by keyboard. */
import { axeColourFaults, axeFaults } from '../helpers/axe.ts';
import { expect, idle, placeOf, settled, test, type Page } from '../helpers/site-test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => dialog(page).getByRole('combobox');
const results = (page: Page) => dialog(page).getByRole('option');

/** Closes the dialog, and waits until its hidden field has lost the focus: a "/" until then would be typed into it. */
async function closeSearch(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await settled(page);
}

test('a mistyped variable is found and opened with the keyboard alone', async ({ page, baseURL }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('FL_EGDE_BACKOF');
  await expect(results(page).first()).toContainText('FL_EDGE_BACKOFF');
  await expect(results(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('FL_EDGE_BACKOFF');
  await expect.poll(() => placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
});

test('the place of an address is one Enter away', async ({ page, baseURL }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.keyboard.type('spec/14 section 3');
  await expect(results(page).first()).toContainText('3. Intermittent Connectivity');
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/14-edge-and-auto-scaling\/#3-/);
});

test('letters typed while the search is being loaded are not lost', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.keyboard.type('FL_EDGE_BACKOFF');
  await expect(field(page)).toHaveValue('FL_EDGE_BACKOFF');
  await page.keyboard.type('x');
  await expect(field(page)).toHaveValue('FL_EDGE_BACKOFFx');
});

test('Control-K opens the search, Escape closes it and gives the focus back', async ({ page }) => {
  await page.goto('spec/14-edge-and-auto-scaling/');
  const link = page.getByRole('main').getByRole('link').nth(3);
  await link.focus();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test('the button opens the search, and a click on a result opens its page', async ({ page, baseURL }) => {
  await page.goto('');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Search/ })
    .click();
  await field(page).fill('spec/14');
  await results(page).filter({ hasText: 'Edge and Auto-Scaling' }).first().click();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/14-edge-and-auto-scaling\//);
});

test('a search can be linked: the link is copied, opens the search, and leaves the address when it closes', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('spec/14-edge-and-auto-scaling/');
  await page.keyboard.press('/');
  await page.keyboard.type('edge & backoff');
  expect(page.url()).not.toContain('?');
  await dialog(page).getByRole('button', { name: 'Copy link to this search' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${baseURL}spec/14-edge-and-auto-scaling/?q=edge+%26+backoff`);
  await page.goto(link);
  await expect(field(page)).toHaveValue('edge & backoff');
  await expect(results(page).first()).toContainText('FL_EDGE_BACKOFF');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => placeOf(page, baseURL)).toBe('spec/14-edge-and-auto-scaling/');
});

test('a result from the text leads to its section, with the words that match marked', async ({
  page,
  baseURL,
}) => {
  await page.goto('');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('split-brain cannot be repaired');
  const hit = dialog(page).getByRole('group', { name: 'In the text' }).getByRole('option').first();
  await expect(hit).toContainText('SuperLink: Hard Singleton');
  await expect(hit).toContainText('spec/08');
  await expect(hit.locator('mark').filter({ hasText: 'repaired' })).toBeVisible();
  await hit.click();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/08-[^/]+\/#.*singleton/);
});

test('recent searches are offered again, and can be forgotten', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await field(page).fill('max backoff');
  await expect(results(page).first()).toContainText('FL_EDGE_MAX_BACKOFF');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/variables/FL_EDGE_MAX_BACKOFF/');
  await page.keyboard.press('/');
  await results(page).filter({ hasText: 'max backoff' }).click();
  await expect(field(page)).toHaveValue('max backoff');
  await field(page).fill('');
  await results(page).filter({ hasText: 'Forget' }).click();
  await expect(results(page)).toHaveCount(0);
});

test('the search works where the browser denies storage', async ({ page, complaints }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await page.goto('');
  await page.keyboard.press('/');
  await field(page).fill('FL_EDGE_BACKOFF');
  await expect(results(page).first()).toContainText('FL_EDGE_BACKOFF');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/variables/FL_EDGE_BACKOFF/');
  expect(complaints).toEqual([]);
});

test('finds names, moves through results, and reports that there are none', async ({
  page,
  context,
  complaints,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('');

  await test.step('the search is fetched when the pointer is on its button, not before', async () => {
    await idle(page);
    expect(fetched.filter((url) => url.includes('search-'))).toEqual([]);
    const [response] = await Promise.all([
      page.waitForResponse('**/search-index.json'),
      page
        .getByRole('banner')
        .getByRole('button', { name: /^Search/ })
        .hover(),
    ]);
    expect(response.ok()).toBe(true);
  });

  await test.step('names are found first, with typing errors too, and the letters that match are marked', async () => {
    await page.keyboard.press('/');
    for (const [query, first] of [
      ['edge backoff', 'FL_EDGE_BACKOFF'],
      ['flower version', 'FLOWER_VERSION'],
      ['fledgebackoff', 'FL_EDGE_BACKOFF'],
      ['ML_FRAMWORK', 'ML_FRAMEWORK'],
      ['spec/03', 'Contextualization'],
      ['ORCH-03', 'ORCH-03'],
    ]) {
      await field(page).fill(query);
      await expect(results(page).first(), query).toContainText(first);
    }
    await field(page).fill('FL_EGDE_BAKOFF');
    const marks = results(page).first().locator('.result-title mark');
    await expect(marks.first()).toHaveText('FL');
    expect(await marks.allTextContents()).toContain('KOFF');
  });
  await closeSearch(page);

  await test.step('arrow keys move through the results and around their ends, Home and End go to them', async () => {
    await page.keyboard.press('/');
    await field(page).fill('backoff');
    await expect(dialog(page).getByRole('group', { name: 'In the text' })).toBeAttached();
    const selected = () =>
      results(page).evaluateAll((all) =>
        all.findIndex((option) => option.getAttribute('aria-selected') === 'true'),
      );
    expect(await selected()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await selected()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await selected()).toBe((await results(page).count()) - 1);
    await expect(field(page)).toHaveAttribute(
      'aria-activedescendant',
      (await results(page).last().getAttribute('id'))!,
    );
    await page.keyboard.press('Home');
    await expect(results(page).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('End');
    await expect(results(page).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Home');
    await expect(results(page).first()).toHaveAttribute('aria-selected', 'true');
  });
  await closeSearch(page);

  await test.step('a search without results says so, and special characters are letters like others', async () => {
    await page.keyboard.press('/');
    await field(page).fill('zzqqxxyy');
    await expect(dialog(page).getByRole('status')).toContainText('zzqqxxyy');
    await expect(results(page)).toHaveCount(0);
    for (const query of ['(', '[a-', '\\', '<img src=x onerror=alert(1)>', '*', '"']) {
      await field(page).fill(query);
      await settled(page);
    }
    expect(complaints).toEqual([]);
  });
  await closeSearch(page);

  await test.step('Control and Enter open a result in a new tab, and the dialog stays open', async () => {
    await page.keyboard.press('/');
    await field(page).fill('FL_EDGE_BACKOFF');
    await expect(results(page).first()).toContainText('FL_EDGE_BACKOFF');
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await tab.waitForURL(/variables\/FL_EDGE_BACKOFF\//);
    await expect(field(page)).toBeVisible();
  });
  await closeSearch(page);

  await test.step('the index is fetched again when the specification has changed', async () => {
    await page.keyboard.press('/');
    await field(page).fill('zzqq');
    await expect(dialog(page).getByRole('status')).toContainText('Nothing');
    await page.route('**/search-index.json', async (route) => {
      const index = (await (await route.fetch()).json()) as { entries: unknown[] };
      await route.fulfill({
        json: { ...index, entries: [...index.entries, [0, 'FL_ZZQQ', '/', 'A new variable']] },
      });
    });
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('spec:changed')));
    await expect(results(page).first()).toContainText('FL_ZZQQ');
  });
});

test('axe finds nothing in the dialog: results, none, recent searches; light and dark, results on a phone', async ({
  page,
}) => {
  test.slow();
  await page.addInitScript(() => localStorage.setItem('recent-searches', '["edge backoff"]'));
  await page.goto('');
  await page.keyboard.press('/');
  await page.setViewportSize({ width: 390, height: 900 });
  await field(page).fill('backoff');
  await expect(results(page).first()).toBeVisible();
  expect(await axeFaults(page, 'dialog'), 'on a phone').toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const query of ['backoff', 'zzqqxxyy', '']) {
    await field(page).fill(query);
    await expect(dialog(page).getByRole('status')).not.toContainText('Loading');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await axeFaults(page, 'dialog'), `"${query}", light`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeColourFaults(page, 'dialog'), `"${query}", dark`).toEqual([]);
  }
});
