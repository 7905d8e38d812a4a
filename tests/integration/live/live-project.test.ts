import { cp, mkdtemp, mkdir, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveProject } from '../../../src/integration/live/live-project.ts';
import { readInteractions } from '../../../src/site/builder/interaction-rules.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';

let cwd: string;
let clock = Date.now();

/** Writes a file with a time of its own: two quick writes could get the same time from the file system. */
async function save(name: string, text: string): Promise<void> {
  const file = path.join(cwd, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  clock += 1000;
  await utimes(file, clock / 1000, clock / 1000);
}

/** Writes the rules of the builder, and a configuration that names their file. */
async function saveBuilderRules(text: string): Promise<void> {
  const config = JSON.parse(SMALL_SET['spec/specgraph.config.json']) as object;
  const site = { builderRules: 'rules/interactions.yaml' };
  await save('spec/specgraph.config.json', JSON.stringify({ ...config, site }));
  await save('spec/rules/interactions.yaml', text);
}

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'live-'));
  for (const [name, text] of Object.entries(SMALL_SET)) await save(name, text);
});

afterEach(() => rm(cwd, { recursive: true }));

const CONTRACT =
  'phase: "1"\nmust_haves:\n  artifacts:\n    - path: spec/02-server.md\n      contains: Listen\n';

describe('a live project', () => {
  it('reads the documents once while nothing changes', async () => {
    const live = liveProject(cwd);
    const first = await live.current();
    expect(first.graph.documents.map(({ id }) => id)).toEqual(['01-reference', '02-server', '03-guide']);
    expect(await live.current()).toBe(first);
  });

  it('leaves out hidden documents, which nobody publishes', async () => {
    await save('spec/.draft.md', '# Draft\n');
    await save('spec/.private/notes.md', '# Notes\n');
    const { graph } = await liveProject(cwd).current();
    expect(graph.documents.map(({ id }) => id)).toEqual(['01-reference', '02-server', '03-guide']);
  });

  it('shares one reading between concurrent requests', async () => {
    const live = liveProject(cwd);
    const [one, two] = await Promise.all([live.current(), live.current()]);
    expect(one).toBe(two);
  });

  it('reads only a changed document again', async () => {
    const live = liveProject(cwd);
    const before = (await live.current()).graph;
    await save('spec/03-guide.md', '# Guide\n\n## 1. Start\n\nSee spec/02, Section 7.\n');
    const after = await live.current();
    expect(after.report.findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'broken-section spec/03-guide.md',
    ]);
    expect(after.graph.document('02')).toBe(before.document('02'));
    expect(after.graph.document('03')).not.toBe(before.document('03'));
  });

  it('keeps the rules of the builder while they are broken, says so, and goes on with everything else', async () => {
    await saveBuilderRules('situations: []\nrules: []\n');
    const live = liveProject(cwd);
    expect((await live.current()).builderRules).toContain('situations');
    await saveBuilderRules('situations: [unclosed\n');
    const broken = await live.current();
    expect(broken.trouble).toMatch(/^spec\/rules\/interactions\.yaml: /);
    expect(broken.builderRules).toContain('situations: []');
    await save('spec/04-new.md', '# New\n');
    const later = await live.current();
    expect(later.trouble).toBe(broken.trouble);
    expect(later.graph.document('04')).toBeDefined();
  });

  it('starts with rules of the builder that are broken', async () => {
    await saveBuilderRules('situations: [unclosed\n');
    const { graph, trouble, builderRules } = await liveProject(cwd).current();
    expect(graph.documents).toHaveLength(3);
    expect(trouble).toMatch(/^spec\/rules\/interactions\.yaml: .*[^:]$/);
    expect(() => readInteractions(builderRules!)).not.toThrow();
  });

  it('has no findings after the document is fixed', async () => {
    const live = liveProject(cwd);
    await save('spec/03-guide.md', '# Guide\n\n## 1. Start\n\nSee spec/02, Section 7.\n');
    expect((await live.current()).report.findings).toHaveLength(1);
    await save('spec/03-guide.md', SMALL_SET['spec/03-guide.md']);
    expect((await live.current()).report.findings).toEqual([]);
  });

  it('follows new, removed and moved documents', async () => {
    const live = liveProject(cwd);
    await live.current();
    await save('spec/04-more.md', '# More\n\n## 1. Scope\n\nText.\n');
    expect((await live.current()).graph.document('04')?.title).toBe('More');
    await unlink(path.join(cwd, 'spec/04-more.md'));
    expect((await live.current()).graph.document('04')).toBeUndefined();
    await cp(path.join(cwd, 'spec/03-guide.md'), path.join(cwd, 'spec/05-guide.md'));
    await unlink(path.join(cwd, 'spec/03-guide.md'));
    expect((await live.current()).graph.document('05')?.title).toBe('Guide');
  });

  it('follows contracts', async () => {
    const live = liveProject(cwd);
    expect((await live.current()).contracts).toEqual([]);
    await save('spec/contracts/phase-01.yaml', CONTRACT);
    expect((await live.current()).contracts.map(({ ok }) => ok)).toEqual([true]);
    await save('spec/contracts/phase-01.yaml', CONTRACT.replace('Listen', 'Hearken'));
    const { contracts, report } = await live.current();
    expect(contracts.map(({ ok }) => ok)).toEqual([false]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['contract-artifact']);
  });

  it('follows the configuration', async () => {
    const live = liveProject(cwd);
    expect((await live.current()).graph.node('variable:FL_PORT')).toBeDefined();
    await save('spec/specgraph.config.json', '{}');
    expect((await live.current()).graph.node('variable:FL_PORT')).toBeUndefined();
  });
});

describe('a contract or configuration that cannot be read', () => {
  const broken: [string, string][] = [
    ['spec/contracts/phase-01.yaml', 'must_haves: [unclosed'],
    ['spec/specgraph.config.json', '{ "nothing": '],
  ];

  it.each(broken)('keeps the state before it and reports what is wrong: %s', async (file, text) => {
    const live = liveProject(cwd);
    const before = await live.current();
    await save(file, text);
    const after = await live.current();
    expect(after.trouble).toContain(path.basename(file));
    expect(after.graph).toBe(before.graph);
    expect(after.stamp).not.toBe(before.stamp);
  });

  it.each(broken)('makes the first reading fail: %s', async (file, text) => {
    await save(file, text);
    await expect(liveProject(cwd).current()).rejects.toThrow(path.basename(file));
  });

  it('does not prevent the next reading', async () => {
    const live = liveProject(cwd);
    await save('spec/contracts/phase-01.yaml', 'must_haves: [unclosed');
    await expect(live.current()).rejects.toThrow();
    await save('spec/contracts/phase-01.yaml', CONTRACT);
    const { contracts, trouble } = await live.current();
    expect(contracts.map(({ ok }) => ok)).toEqual([true]);
    expect(trouble).toBeUndefined();
  });

  it('is no longer reported when its file is restored to the former content', async () => {
    const live = liveProject(cwd);
    await live.current();
    await save('spec/specgraph.config.json', '{ "nothing": ');
    expect((await live.current()).trouble).toBeDefined();
    await save('spec/specgraph.config.json', SMALL_SET['spec/specgraph.config.json']);
    expect((await live.current()).trouble).toBeUndefined();
  });
});
