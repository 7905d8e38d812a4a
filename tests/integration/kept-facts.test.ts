/** What a build has read is used by the next one only as long as the document and the configuration are the same. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { liveProject } from '../../src/integration/live/live-project.ts';
import type { EarlierWork, WorkKind } from '../../src/payloads/earlier-work.ts';
import { SMALL_SET } from '../helpers/small-set.ts';

let cwd: string;
let kept: Map<string, string>;
let recalled: number;

const save = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
  writeFileSync(path.join(cwd, name), text);
};

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'kept-facts-'));
  kept = new Map();
  for (const [name, text] of Object.entries(SMALL_SET)) save(name, text);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const keyOf = (kind: WorkKind, input: string): string => `${kind} ${input}`;
const store = (): EarlierWork => ({
  recall(kind, input) {
    const known = kept.get(keyOf(kind, input));
    if (known !== undefined && kind === 'facts') recalled += 1;
    return known;
  },
  keep: (kind, input, output) => void kept.set(keyOf(kind, input), output),
});

/** What a build reads, as text: everything that pages and rules see of the documents. */
async function build(earlier: EarlierWork | undefined): Promise<unknown> {
  recalled = 0;
  const { graph, report } = await liveProject(cwd, 'spec', { earlier: () => earlier }).current();
  return JSON.parse(JSON.stringify([graph.documents, graph.edges, report]));
}

/** Builds with what earlier builds kept, and compares with a build that has nothing. */
async function expectFresh(numberRecalled: number): Promise<void> {
  const warm = await build(store());
  expect(recalled).toBe(numberRecalled);
  expect(isDeepStrictEqual(warm, await build(undefined))).toBe(true);
}

it('reads nothing again where nothing changed, and only a changed document', async () => {
  await build(store());
  await expectFresh(3);
  save('spec/02-server.md', `${SMALL_SET['spec/02-server.md']}\nSee [the guide](03-guide.md).\n`);
  await expectFresh(2);
});

it('reads all documents again with another configuration, and a document that got another name', async () => {
  await build(store());
  save('spec/specgraph.config.json', JSON.stringify({ claims: [], documentNumber: String.raw`^(\d)` }));
  await expectFresh(0);
  save('spec/04-server.md', SMALL_SET['spec/02-server.md']);
  await expectFresh(3);
});

it('keeps nothing where a configuration brings code of its own', async () => {
  rmSync(path.join(cwd, 'spec/specgraph.config.json'));
  save(
    'spec/specgraph.config.mjs',
    'export default { profiles: [{ id: "own", codeValues: [{ field: "a", pattern: /(?<name>a)=(?<value>b)/g, contains: "=" }] }] };',
  );
  await build(store());
  await expectFresh(0);
  // Nor what the rules of that code found in an earlier revision.
  for (const args of [
    'init -q',
    'add -A',
    '-c user.name=x -c user.email=x@example.org commit -qm one',
    'tag v1',
  ])
    execFileSync('git', args.split(' '), { cwd });
  const live = liveProject(cwd, 'spec', { earlier: store });
  expect(await live.changesSinceRevision(await live.current())).toMatchObject({ revision: 'v1' });
  expect([...kept.keys()]).toEqual([]);
});

it('compares with a revision once in a build, and at each question in a server', async () => {
  for (const [earlier, isOnce] of [
    [store(), true],
    [undefined, false],
  ] as const) {
    const live = liveProject(cwd, 'spec', { earlier: () => earlier });
    const snapshot = await live.current();
    const [one, two] = [await live.changesSinceRevision(snapshot), await live.changesSinceRevision(snapshot)];
    expect(one).toEqual(two);
    expect(one === two).toBe(isOnce);
  }
});
