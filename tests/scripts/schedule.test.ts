import { expect, it } from 'vitest';
import { schedule } from '../../scripts/test/schedule.mjs';
import { STEPS } from '../../scripts/test/steps.mjs';

interface Step {
  name: string;
  after?: string;
  needs?: string;
  alone?: boolean;
}

/** Runs steps that each take a moment; notes starts and ends in their order. */
async function eventsOf(steps: Step[]): Promise<string[]> {
  const events: string[] = [];
  await schedule(steps, async ({ name }) => {
    events.push(`+${name}`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`-${name}`);
  });
  return events;
}

/** How many steps were running at once, after each event. */
function runningAfter(events: string[]): number[] {
  let running = 0;
  return events.map((event) => (event.startsWith('+') ? ++running : --running));
}

it('runs two steps at a time, and starts them in order', async () => {
  const events = await eventsOf([{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]);
  expect(events.filter((event) => event.startsWith('+'))).toEqual(['+a', '+b', '+c', '+d']);
  expect(Math.max(...runningAfter(events))).toBe(2);
});

it('runs a step that uses all cores by itself', async () => {
  const events = await eventsOf([{ name: 'a' }, { name: 'b', alone: true }, { name: 'c' }, { name: 'd' }]);
  const start = events.indexOf('+b');
  expect(runningAfter(events)[start]).toBe(1);
  expect(events[start + 1]).toBe('-b');
});

it('starts no step before the one that it waits for, and goes on with the next meanwhile', async () => {
  const events = await eventsOf([
    { name: 'a' },
    { name: 'b', after: 'a' },
    { name: 'c' },
    { name: 'd', needs: 'c' },
  ]);
  expect(events.indexOf('+b')).toBeGreaterThan(events.indexOf('-a'));
  expect(events.slice(0, 2)).toEqual(['+a', '+c']);
  expect(events.indexOf('+d')).toBeGreaterThan(events.indexOf('-c'));
});

it('does not wait for a step that was not asked for', async () => {
  expect(await eventsOf([{ name: 'b', after: 'a' }])).toEqual(['+b', '-b']);
});

it('refuses steps that wait for each other', async () => {
  const steps = [
    { name: 'a', after: 'b' },
    { name: 'b', after: 'a' },
  ];
  await expect(eventsOf(steps)).rejects.toThrow('These steps wait for each other: a, b');
});

it('the steps of npm test name steps that exist, and run ESLint and Prettier', () => {
  const names = STEPS.map(({ name }) => name);
  const named = STEPS.flatMap(({ after, needs }) => [after, needs]).filter((name) => name !== undefined);
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
  const lint = STEPS.find(({ name }) => name === 'lint')!;
  expect(lint.commands.map(([program]) => program)).toEqual(['eslint', 'prettier']);
});

it('the browser tests open the site that is built for them, below a path of its server', () => {
  const [site, browser] = ['site', 'browser tests'].map((name) => STEPS.find((step) => step.name === name)!);
  expect(browser).toMatchObject({ needs: 'site', env: site.env });
  expect(site.env!.BASE_PATH).toMatch(/^\/\w.*\/$/);
  expect(site.commands).toEqual([['astro', 'build', '--outDir', site.env!.SITE_DIST]]);
});
