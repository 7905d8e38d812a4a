/** The addresses in the built site. `npm test` builds it for a path below the root of its server. */
import { checkBuiltLinks } from '../../src/integration/check-built-links.ts';
import { BASE, builtText } from '../helpers/built-site.ts';
import { expect, test } from '../helpers/site-test.ts';

test('every link resolves below the path of the site', async () => {
  const dist = process.env.DIST_UNDER_TEST!;
  const { dead, links } = await checkBuiltLinks(dist, BASE);
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(5000);
  const { entries } = JSON.parse(builtText(dist, 'search-index.json')) as {
    entries: [number, string, string][];
  };
  expect(entries.filter(([, , url]) => !url.startsWith(BASE))).toEqual([]);
});

test('previews and uses link to pages below the path of the site', async ({ page, complaints }) => {
  await page.goto('spec/03-contextualization-reference/');
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await page.locator('main p a.ref-section').first().hover();
  await preview.waitFor();
  const links = await preview
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((href) => !href?.startsWith(BASE))).toEqual([]);
  await page.mouse.move(5, 5);
  await page.getByRole('button', { name: /mentions of FL_NUM_ROUNDS$/ }).click();
  await page.locator(`.uses-panel a[href^="${BASE}spec/"]`).first().waitFor();
  expect(complaints).toEqual([]);
});
