/** The list of uses that unfolds below the row that defines a name. */
import { expect, placeOf, sidewaysOverflow, test } from '../helpers/site-test.ts';

const REFERENCE = 'spec/03-contextualization-reference/';

test('a click unfolds the sentences by document, a second one folds them', async ({ page, complaints }) => {
  await page.goto(REFERENCE);
  const uses = page.getByRole('button', { name: /mentions of FL_NUM_ROUNDS$/ });
  const said = Number.parseInt((await uses.getAttribute('aria-label'))!);
  await expect(uses).toHaveAttribute('aria-expanded', 'false');
  await uses.click();
  await expect(uses).toHaveAttribute('aria-expanded', 'true');
  const panel = page.getByRole('group', { name: /mentions of FL_NUM_ROUNDS$/ });
  await expect(panel.locator('details').first()).toHaveAttribute('open', '');
  await expect(panel.locator('li')).toHaveCount(said);
  await expect(panel.locator('details[open] mark').first()).toHaveText('FL_NUM_ROUNDS');
  await uses.click();
  await expect(panel).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('the list opens and closes by keyboard, and a use leads to its section', async ({ page, baseURL }) => {
  await page.goto(REFERENCE);
  const uses = page.getByRole('button', { name: /mentions of FL_STRATEGY$/ });
  for (const key of ['Enter', 'Space']) {
    await uses.focus();
    await page.keyboard.press(key);
    await expect(uses).toHaveAttribute('aria-expanded', key === 'Enter' ? 'true' : 'false');
  }
  await page.keyboard.press('Enter');
  const panel = page.getByRole('group', { name: /mentions of FL_STRATEGY$/ });
  await panel.getByRole('link').first().focus();
  const href = (await panel.getByRole('link').first().getAttribute('href'))!;
  await page.keyboard.press('Enter');
  await expect
    .poll(() => `${new URL(baseURL!).pathname}${placeOf(page, baseURL)}`)
    .toBe(decodeURIComponent(href));
});

test('requirements and attributes have a list of uses where they are first listed', async ({ page }) => {
  await page.goto('spec/00-overview/');
  await page.getByRole('button', { name: /mentions of ORCH-03$/ }).click();
  await expect(
    page
      .getByRole('group', { name: /mentions of ORCH-03$/ })
      .locator('mark')
      .first(),
  ).toHaveText('ORCH-03');
  await page.goto('spec/01-superlink-appliance/');
  await page.getByRole('button', { name: /mentions of FL_READY$/ }).click();
  await expect(
    page
      .getByRole('group', { name: /mentions of FL_READY$/ })
      .locator('mark')
      .first(),
  ).toHaveText('FL_READY');
});

test('on a phone the panel stays inside the window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(REFERENCE);
  await page.getByRole('button', { name: /mentions of FL_NUM_ROUNDS$/ }).click();
  const box = (await page.locator('.uses-panel').boundingBox())!;
  expect(box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box)).toBe(true);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the count leads to the page of the variable', async ({ page, baseURL }) => {
    await page.goto(REFERENCE);
    await page.getByRole('link', { name: /mentions of FL_NUM_ROUNDS$/ }).click();
    await expect.poll(() => placeOf(page, baseURL)).toBe('variables/FL_NUM_ROUNDS/#mentions');
  });
});
