/** Questions to the map: neighbourhood, path, impact, findings. */
import { expect, placeOf, test } from '../helpers/site-test.ts';
import {
  answer,
  dot,
  dots,
  heading,
  list,
  highlightedIds,
  openMap,
  panel,
  save,
} from '../helpers/graph-page.ts';

test('shows the path between two nodes in words and in the picture', async ({ page, baseURL }) => {
  await openMap(page);
  await page.getByRole('button', { name: 'Path', exact: true }).click();
  await expect(answer(page).getByText('Choose two things.')).toBeVisible();
  await answer(page).getByRole('combobox', { name: 'From' }).fill('FL_EDGE_BACKOFF');
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText('choose the other end');
  // Chooses the other end with a click in the picture.
  await dot(page, '08-single-site-orchestration').click();
  const words = answer(page).locator('.answer-words');
  await expect(words).toHaveText(/^FL_EDGE_BACKOFF → spec\/\d\d .+ → spec\/08$/);
  const steps = (await words.textContent())!.split(' → ');
  await expect(page.locator('.map-highlight .highlight-path')).toHaveCount(steps.length - 1);
  await expect.poll(async () => (await highlightedIds(page)).length).toBe(steps.length);
  await expect(answer(page).locator('.path-steps mark').first()).toBeVisible();
  await expect
    .poll(() => placeOf(page, baseURL))
    .toBe('graph/?ask=path&of=variable:FL_EDGE_BACKOFF&to=08-single-site-orchestration');
  await page.reload();
  await expect(words).toHaveText(steps.join(' → '));
  await answer(page).getByRole('button', { name: 'Swap' }).click();
  await expect(words).toHaveText(/^spec\/08 → .* → FL_EDGE_BACKOFF$/);
  await page.keyboard.press('Escape');
  await expect(answer(page)).toBeEmpty();
});

test('refuses an unknown name', async ({ page }) => {
  await openMap(page, '?ask=path');
  const from = answer(page).getByRole('combobox', { name: 'From' });
  await from.fill('FL_NOTHING');
  await page.keyboard.press('Enter');
  expect(await from.evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
    'Nothing on the map has this name.',
  );
});

test('shows the neighbourhood for a distance and a direction', async ({ page, baseURL }) => {
  await openMap(page, '?focus=variable:FL_EDGE_BACKOFF');
  await panel(page).getByRole('button', { name: 'Neighbourhood' }).click();
  await expect(answer(page).getByRole('heading', { name: 'Neighbourhood' })).toBeFocused();
  const near = await highlightedIds(page);
  expect(near).toContain('14-edge-and-auto-scaling');
  await answer(page).getByRole('combobox', { name: 'Depth' }).selectOption('2');
  await expect.poll(async () => (await highlightedIds(page)).length).toBeGreaterThan(near.length);
  await answer(page).getByRole('combobox', { name: 'References' }).selectOption('out');
  await expect(answer(page)).toContainText('0 things pointed at by FL_EDGE_BACKOFF');
  await expect
    .poll(() => placeOf(page, baseURL))
    .toContain('ask=near&of=variable:FL_EDGE_BACKOFF&depth=2&way=out');
});

test('shows the impact of a change in picture and list, nearest first', async ({ page }) => {
  await openMap(page, '?focus=variable:FL_EDGE_BACKOFF');
  await panel(page).getByRole('button', { name: 'Impact' }).click();
  await expect(answer(page)).toContainText(
    /^Impact.*\d documents refer to FL_EDGE_BACKOFF in \d+ places, \d+ more only through others\./,
  );
  const documents = answer(page).locator('details.impact-document');
  await expect(documents.first().getByText(/ \d+ places directly/)).toBeVisible();
  await expect(documents.first().locator('.sentences mark').first()).toBeVisible();
  await expect(documents.last().getByText(/ \d+ through others$/)).toBeVisible();
  const highlighted = await highlightedIds(page);
  expect(highlighted).toContain('14-edge-and-auto-scaling');
  expect(highlighted).not.toContain('variable:FL_STRATEGY');
  await expect(list(page).getByRole('heading', { name: 'Variables' })).toContainText('1');
  await answer(page).getByRole('button', { name: 'spec/03 10o Edge Discovery Backoff' }).click();
  await expect(heading(page)).toContainText('Edge Discovery Backoff');
  await expect(answer(page).getByRole('heading', { name: 'Impact' })).toBeVisible();
});

test('reports that there are no findings', async ({ page }) => {
  await openMap(page);
  await page.getByRole('button', { name: /^Findings/ }).click();
  await expect(answer(page)).toContainText('No findings: every reference resolves and every rule is kept.');
  await expect(dots(page, 'document')).toHaveCount(15);
  await expect(page.locator('.map.live.highlighted')).toHaveCount(0);
});

test('a broken reference is dashed and red, and ends in a missing node', async ({ page }) => {
  await openMap(page);
  await save(page, (data) => {
    const edge = data.nodes.find((node) => node.id === '14-edge-and-auto-scaling')!;
    const missing = {
      id: 'missing:03 Section 99',
      kind: 'section' as const,
      title: 'Section 99',
      about: 'Does not exist.',
      url: edge.url,
      isMissing: true as const,
      x: edge.x + 40,
      y: edge.y + 30,
      r: 6,
    };
    return {
      nodes: [...data.nodes.map((node) => (node === edge ? { ...node, findings: 1 } : node)), missing],
      ties: [
        ...data.ties,
        { source: edge.id, target: missing.id, kind: 'refers', count: 1, weight: 1, broken: true },
      ],
      findings: [
        {
          nodes: [edge.id, missing.id],
          rule: 'broken-section',
          message: 'Section 99 does not exist.',
          place: 'spec/14:12',
          url: edge.url,
        },
      ],
    };
  });
  const missing = page.locator('.map.live .missing');
  await expect(missing).toHaveCount(1);
  const tie = page.locator('.map.live .tie-broken');
  expect(
    await tie.evaluate((line) => [
      getComputedStyle(line).strokeDasharray,
      getComputedStyle(line).stroke === getComputedStyle(document.querySelector('.missing circle')!).stroke,
    ]),
  ).toEqual(['5px, 4px', true]);
  await expect(page.getByRole('button', { name: /^Findings/ })).toContainText('1');
  await page.getByRole('button', { name: /^Findings/ }).click();
  await expect(answer(page)).toContainText('1 finding; broken: spec/14 → Section 99');
  await expect(answer(page).getByRole('link', { name: 'spec/14:12' })).toBeVisible();
  await expect(page.locator('.map.live .node')).toHaveCount(2);
  await missing.locator('circle').click();
  await expect(heading(page)).toHaveText('Section 99');
});
