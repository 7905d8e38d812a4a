/** The context builder by pointer, by keyboard and by touch, with links to its state; and the boot sequences. */
import { readFileSync } from 'node:fs';
import { axeFaults } from '../helpers/axe.ts';
import {
  expect,
  pressUntilFocused,
  settled,
  sidewaysOverflow,
  test,
  type Page,
} from '../helpers/site-test.ts';

const PAGE = 'variables/builder/';
const output = (page: Page) => page.locator('[data-output]');
const checks = (page: Page) => page.locator('[data-problems] li');
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

test('values become a CONTEXT block, and errors are shown at the field and in the summary', async ({
  page,
  complaints,
}) => {
  await page.goto(PAGE);
  await expect(output(page)).toContainText('TOKEN = "YES"');
  await expect(output(page)).not.toContainText('FL_NUM_ROUNDS');
  const rounds = page.getByRole('textbox', { name: 'FL_NUM_ROUNDS', exact: true });
  await rounds.fill('0');
  await expect(rounds).toHaveAttribute('aria-invalid', 'true');
  await expect(rounds).toHaveAccessibleDescription(
    /Invalid FL_NUM_ROUNDS: '0'\. Must be a positive integer\. spec\/03, Section 8/,
  );
  await expect(checks(page)).toHaveCount(1);
  await expect(page.locator('[data-problem-count]')).toHaveText('1 error');
  await rounds.fill('10');
  await expect(rounds).toHaveAttribute('aria-invalid', 'false');
  await expect(page.locator('[data-problem-count]')).toHaveText('No errors');
  await expect(output(page)).toContainText('FL_NUM_ROUNDS = "10"');
  await page.getByRole('combobox', { name: 'FL_STRATEGY', exact: true }).selectOption('Krum');
  await page.getByRole('textbox', { name: 'FL_NUM_MALICIOUS', exact: true }).fill('1');
  await expect(checks(page).first()).toContainText('requires at least 5 clients');
  await page.getByRole('textbox', { name: 'FL_MIN_AVAILABLE_CLIENTS', exact: true }).fill('5');
  await expect(page.locator('[data-problem-count]')).toHaveText('No errors');
  // The label is clicked, not its hidden radio button: that click waits until the layout has settled.
  await page.locator('label', { has: page.getByRole('radio', { name: 'USER_INPUTS' }) }).click();
  await expect(output(page)).toContainText(
    /FL_NUM_ROUNDS\s+= "O\|number\|Number of federated learning rounds\|\|10"/,
  );
  expect(complaints).toEqual([]);
});

test('the edge backoff is ignored where the specification says so', async ({ page }) => {
  await page.goto(`${PAGE}#component=SuperNode&image=edge&FL_EDGE_MAX_BACKOFF=600`);
  await expect(page.getByRole('radio', { name: 'SuperNode' })).toBeChecked();
  await expect(field(page, 'FL_EDGE_MAX_BACKOFF').locator('.field-problem')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'FL_EDGE_BACKOFF', exact: true }).selectOption('fixed');
  await expect(field(page, 'FL_EDGE_MAX_BACKOFF').locator('.field-problem')).toHaveText(
    'Ignored: FL_EDGE_BACKOFF is fixed. spec/03, Section 10o',
  );
  await field(page, 'FL_EDGE_MAX_BACKOFF').getByRole('link', { name: 'spec/03, Section 10o' }).click();
  await expect(page).toHaveURL(/spec\/03-contextualization-reference\/#/);
});

test('a copied link restores the values, except secrets', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGE);
  await page
    .getByRole('textbox', { name: 'FL_CERT_EXTRA_SAN', exact: true })
    .fill('DNS:a.example, IP:10.0.0.1');
  await page.getByRole('switch', { name: 'FL_TLS_ENABLED', exact: true }).click();
  await page
    .getByRole('textbox', { name: 'FL_SSL_KEYFILE', exact: true })
    .fill('-----BEGIN PRIVATE KEY-----');
  await expect(page.locator('[data-left-out]')).toHaveText('Left out of the link: FL_SSL_KEYFILE.');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('[data-act-status]')).toHaveText('Link copied, without secrets.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toMatch(/KEYFILE|PRIVATE/);
  const requests: string[] = [];
  const other = await context.newPage();
  other.on('request', (request) => requests.push(request.url()));
  await other.goto(link);
  await expect(other.getByRole('textbox', { name: 'FL_CERT_EXTRA_SAN', exact: true })).toHaveValue(
    'DNS:a.example, IP:10.0.0.1',
  );
  await expect(other.getByRole('switch', { name: 'FL_TLS_ENABLED', exact: true })).toBeChecked();
  await expect(other.getByRole('textbox', { name: 'FL_SSL_KEYFILE', exact: true })).toHaveValue('');
  await settled(other);
  expect(requests.filter((url) => /example|SAN/.test(new URL(url).pathname + new URL(url).search))).toEqual(
    [],
  );
});

test('a hostile link is shown as text and refused', async ({ page, complaints }) => {
  await page.goto(
    `${PAGE}#FL_CERT_EXTRA_SAN=${encodeURIComponent('<img src=x onerror=alert(1)>')}&FL_STRATEGY=Nope&<b>=1`,
  );
  await expect(page.locator('[data-rejected]')).toHaveText(/Not taken from the link: FL_STRATEGY, <b>\./);
  await expect(field(page, 'FL_CERT_EXTRA_SAN').locator('.field-problem').first()).toContainText(
    '<img src=x',
  );
  expect(await page.locator('main img').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('by keyboard alone: from the appliance to a copied block', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGE);
  await pressUntilFocused(page, 'Tab', page.getByRole('radio', { name: 'SuperLink' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'SuperNode' })).toBeFocused();
  await pressUntilFocused(page, 'Tab', page.getByRole('searchbox', { name: 'Find a variable' }));
  await page.keyboard.type('max retries');
  await expect(page.locator('.field:not([hidden])')).toHaveCount(1);
  await pressUntilFocused(page, 'Tab', page.getByRole('textbox', { name: 'FL_MAX_RETRIES', exact: true }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await expect(page.getByRole('textbox', { name: 'FL_MAX_RETRIES', exact: true })).toBeFocused();
  await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Copy', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-act-status]')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('FL_MAX_RETRIES = "12"\n]');
});

test('an error leads to its field, also where the search has hidden it', async ({ page }) => {
  await page.goto(`${PAGE}#FL_NUM_ROUNDS=x`);
  await page.getByRole('searchbox', { name: 'Find a variable' }).fill('tls');
  await expect(field(page, 'FL_NUM_ROUNDS')).toBeHidden();
  await page.getByRole('button', { name: 'FL_NUM_ROUNDS', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'FL_NUM_ROUNDS', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Reset FL_NUM_ROUNDS to its default' }).click();
  await expect(page.getByRole('textbox', { name: 'FL_NUM_ROUNDS', exact: true })).toHaveValue('3');
  await expect(page).toHaveURL(/builder\/$/);
});

test('variables can be grouped, limited to changed ones, and downloaded', async ({ page }) => {
  await page.goto(`${PAGE}#FL_NUM_ROUNDS=7`);
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('table');
  await expect(page.locator('.builder-group:not([hidden]) h2').first()).toHaveText('SuperLink parameters');
  await page.getByRole('checkbox', { name: 'Only changed' }).check();
  await expect(page.locator('.field:not([hidden])')).toHaveCount(1);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('superlink-context.txt');
  expect(readFileSync(await file.path(), 'utf8')).toBe(await output(page).textContent());
});

test('the page of a variable leads to its field', async ({ page }) => {
  await page.goto('variables/FL_EDGE_BACKOFF/');
  await page.getByRole('link', { name: 'Set it in the builder' }).click();
  await expect(page.getByRole('combobox', { name: 'FL_EDGE_BACKOFF', exact: true })).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('the form comes first, and a link leads to the result', async ({ page }) => {
    await page.goto(PAGE);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await field(page, 'FL_NUM_ROUNDS').getByRole('textbox').fill('0');
    await expect(page.locator('[data-bar-state]')).toHaveText('1 error');
    await page.getByRole('link', { name: 'Result' }).tap();
    await expect(page.locator('[data-problems] li')).toBeInViewport();
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the page shows the variables with their defaults and the block of each appliance', async ({
    page,
  }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('form')).toHaveCount(0);
    await expect(page.getByRole('row', { name: /FL_EDGE_MAX_BACKOFF 300/ })).toBeVisible();
    await expect(page.locator('pre:visible')).toHaveCount(2);
    await expect(page.locator('pre:visible').first()).toContainText('USER_INPUTS = [');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: colorScheme === 'light' ? 390 : 1440, height: 900 } });
    test('axe finds nothing, with errors and warnings shown', async ({ page }) => {
      test.slow();
      await page.goto(
        `${PAGE}#component=SuperNode&image=edge&FL_USE_CASE=llm-fine-tuning&FL_EDGE_MAX_BACKOFF=0`,
      );
      await expect(checks(page).first()).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
    });
  });
}

test('the boot sequences are lists whose links lead to the steps', async ({ page, complaints }) => {
  await page.goto('boot/');
  const lane = page.getByRole('region', { name: 'SuperNode' });
  await expect(lane.getByRole('list').first()).toBeVisible();
  await expect(lane.locator('.boot-step')).toHaveCount(17);
  const inserted = lane.getByRole('listitem').filter({ hasText: 'Validate CA Certificate' });
  await expect(inserted.getByRole('link', { name: 'Phase 2' })).toBeVisible();
  await expect(inserted.getByRole('link', { name: 'spec/05' }).first()).toBeVisible();
  await lane.getByRole('link', { name: 'Step 7b: Validate CA Certificate' }).click();
  await expect(page.getByRole('heading', { name: /Step 7b/ })).toBeInViewport();
  expect(complaints).toEqual([]);
});
