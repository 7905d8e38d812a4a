/** What a build made is there for the next one; what a build did not need is forgotten. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { earlierBuilds, type KeptBuild } from '../../src/integration/earlier-builds.ts';
import { recallOrMake } from '../../src/payloads/earlier-work.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'earlier-'));
  mkdirSync(path.join(root, 'node_modules/astro'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const nextBuild = (set = 'spec'): KeptBuild => earlierBuilds(root, path.join(root, set))!;
const keptFolder = (): string => path.join(root, 'node_modules/.cache/specgraph');

it('recalls what an earlier build made of the same input, and only that', async () => {
  const first = nextBuild();
  expect(first.recall('articles', 'a')).toBeUndefined();
  first.keep('articles', 'a', 'made of a');
  await first.save();
  const second = nextBuild();
  expect(second.recall('articles', 'a')).toBe('made of a');
  expect(second.recall('pictures', 'a')).toBeUndefined();
  expect(second.recall('articles', 'b')).toBeUndefined();
  expect(second.recall('articles', 'constructor')).toBeUndefined();
});

it('recalls what was made before another program began a cache beside the set', async () => {
  const first = nextBuild('docs/spec');
  first.keep('articles', 'a', 'made of a');
  await first.save();
  mkdirSync(path.join(root, 'docs/node_modules/.vite'), { recursive: true });
  const second = earlierBuilds(path.join(root, 'docs'), path.join(root, 'docs/spec'))!;
  expect(second.recall('articles', 'a')).toBe('made of a');
});

it('makes a thing once', async () => {
  let made = 0;
  const make = () => `made ${++made}`;
  const first = nextBuild();
  expect(await recallOrMake(first, 'rules', 'x', make)).toBe('made 1');
  await first.save();
  expect(await recallOrMake(nextBuild(), 'rules', 'x', make)).toBe('made 1');
  expect(await recallOrMake(undefined, 'rules', 'x', make)).toBe('made 2');
});

it('forgets what a build did not need', async () => {
  const first = nextBuild();
  for (const input of ['a', 'b']) first.keep('links', input, input);
  await first.save();
  const second = nextBuild();
  expect(second.recall('links', 'a')).toBe('a');
  await second.save();
  expect(nextBuild().recall('links', 'b')).toBeUndefined();
  expect(nextBuild().recall('links', 'a')).toBe('a');
});

it('keeps the sets of a project apart, and removes the work of another program', async () => {
  for (const set of ['one', 'two']) {
    const build = nextBuild(set);
    build.keep('articles', 'a', set);
    await build.save();
  }
  expect(nextBuild('one').recall('articles', 'a')).toBe('one');
  expect(nextBuild('two').recall('articles', 'a')).toBe('two');
  const [folder] = readdirSync(keptFolder());
  mkdirSync(path.join(keptFolder(), `${folder.slice(0, 'site-'.length + 9)}other-program`));
  const build = nextBuild('one');
  build.recall('articles', 'a');
  await build.save();
  await nextBuild('two').save();
  expect(readdirSync(keptFolder())).toHaveLength(2);
});

it('starts with nothing where the file is damaged, and where there are no packages', async () => {
  const first = nextBuild();
  first.keep('articles', 'a', 'a');
  await first.save();
  const [folder] = readdirSync(keptFolder());
  writeFileSync(path.join(keptFolder(), folder, 'articles.json'), '{"a');
  expect(nextBuild().recall('articles', 'a')).toBeUndefined();
  // Folders above the temporary one have no packages.
  rmSync(path.join(root, 'node_modules'), { recursive: true });
  expect(earlierBuilds(root, root)).toBeUndefined();
});
