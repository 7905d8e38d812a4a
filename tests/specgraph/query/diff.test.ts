import { describe, expect, test } from 'vitest';
import { evaluateContract, readContract } from '#specgraph';
import { diffGraphs, isEmptyDiff, type GraphDiff } from '#specgraph/query';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const CONTRACT =
  'phase: 2\nmust_haves:\n  artifacts:\n    - path: spec/02-server.md\n      contains: FL_MODE\n';

/** Compares the small set with a copy in which words are replaced, file by file. */
function after(...edits: [file: string, from: string, to: string][]): GraphDiff {
  const files = { ...SMALL_SET };
  for (const [file, from, to] of edits) {
    if (!files[file].includes(from)) throw new Error(`${file} does not hold ${from}`);
    files[file] = files[file].replaceAll(from, to);
  }
  return compare(SMALL_SET, files);
}

function compare(before: Record<string, string>, now: Record<string, string>): GraphDiff {
  const side = (files: Record<string, string>): Parameters<typeof diffGraphs>[0] => {
    const graph = viewOfFiles(files);
    return {
      graph,
      contracts: [evaluateContract(readContract('spec/contracts/phase-02.yaml', CONTRACT), graph)],
    };
  };
  return diffGraphs(side(before), side(now));
}

const REFERENCE = 'spec/01-reference.md';
const SERVER = 'spec/02-server.md';
const GUIDE = 'spec/03-guide.md';

test('equal revisions have no differences', () => {
  expect(isEmptyDiff(after())).toBe(true);
});

describe('variables', () => {
  test('added and removed', () => {
    const { added, removed } = after([REFERENCE, '`FL_PORT`', '`FL_HOST`']).variables;
    expect(added).toEqual([{ name: 'FL_HOST', group: 'Server parameters', file: REFERENCE, line: 13 }]);
    expect(removed.map((v) => v.name)).toEqual(['FL_PORT']);
  });

  test('changed field by field', () => {
    const { changed } = after(
      [REFERENCE, '| number | 9092 |', '| number | 9093 |'],
      [REFERENCE, '| fast | 2 |', '| fast | 1 |'],
    ).variables;
    expect(changed).toEqual([
      {
        name: 'FL_PORT',
        group: 'Server parameters',
        file: REFERENCE,
        line: 13,
        fields: [{ field: 'default', from: '9092', to: '9093' }],
      },
      {
        name: 'FL_MODE',
        group: 'Server parameters',
        file: REFERENCE,
        line: 14,
        fields: [{ field: 'phase', from: '2', to: '1' }],
      },
    ]);
  });
});

describe('sections', () => {
  test('added and removed', () => {
    const { added, removed } = after(
      [GUIDE, '# Guide\n', '# Guide\n\n## 0. Before\n\nFirst this.\n'],
      [REFERENCE, '## Appendix A: Names\n\nNone.\n', ''],
    ).sections;
    expect(added).toEqual([{ file: GUIDE, line: 3, number: '0', title: 'Before' }]);
    expect(removed.map((s) => s.title)).toEqual(['Names']);
  });

  test('renumbered: the title stays', () => {
    const { sections, references } = after(
      [SERVER, '## 3. Logs', '## 4. Logs'],
      [SERVER, '## 2. Ports', '## 2. Doors\n\nThey open.\n\n## 3. Ports'],
      [GUIDE, 'Section 2', 'Section 3'],
    );
    expect(sections.renumbered).toEqual([
      {
        from: { file: SERVER, line: 13, number: '2', title: 'Ports' },
        to: { file: SERVER, line: 17, number: '3', title: 'Ports' },
      },
      {
        from: { file: SERVER, line: 17, number: '3', title: 'Logs' },
        to: { file: SERVER, line: 21, number: '4', title: 'Logs' },
      },
    ]);
    expect(sections.added).toEqual([{ file: SERVER, line: 13, number: '2', title: 'Doors' }]);
    expect([sections.removed, sections.renamed]).toEqual([[], []]);
    // Who followed the number refers to the same thing as before.
    expect(references).toEqual({ broke: [], mended: [], appeared: [], vanished: [] });
  });

  test('renamed: the content stays', () => {
    const { renamed, added, removed } = after([SERVER, '## 2. Ports', '## 2. Doors and Windows']).sections;
    expect(renamed.map(({ from, to }) => [from.title, to.title])).toEqual([['Ports', 'Doors and Windows']]);
    expect([added, removed]).toEqual([[], []]);
  });
});

describe('references', () => {
  const whole: Record<string, string> = {
    ...SMALL_SET,
    [GUIDE]: SMALL_SET[GUIDE].replace('Section 2', 'Section 3'),
  };
  const broken: Record<string, string> = {
    ...whole,
    [SERVER]: whole[SERVER].replace('## 3. Logs\n\nNone.\n', ''),
  };

  test('a broken reference names its former target', () => {
    const { broke, vanished } = compare(whole, broken).references;
    expect(broke).toEqual([
      { from: 'spec/03 "1. Start"', to: 'spec/02 3', text: 'Section 3', file: GUIDE, line: 5 },
    ]);
    expect(vanished).toEqual([]);
  });

  test('a reference that resolves again is listed as fixed', () => {
    expect(compare(broken, whole).references).toMatchObject({
      broke: [],
      mended: [{ from: 'spec/03 "1. Start"', to: 'spec/02 3' }],
      vanished: [],
    });
  });

  test('appeared and vanished', () => {
    const { appeared, vanished } = after([GUIDE, 'spec/02, Section 2', 'spec/01, Section 2']).references;
    expect(appeared.map((r) => r.to)).toEqual(['spec/01', 'spec/01 2']);
    expect(vanished.map((r) => r.to)).toEqual(['spec/02', 'spec/02 2']);
  });

  test('a link that breaks', () => {
    const { broke } = after([SERVER, '(01-reference.md)', '(01-referense.md)']).references;
    expect(broke.map((r) => r.to)).toContain('01-referense.md');
  });
});

test('contracts that changed their state, with the promise', () => {
  expect(after([SERVER, 'FL_MODE', 'FL_PORT']).contracts).toMatchObject([
    {
      file: 'spec/contracts/phase-02.yaml',
      phase: '2',
      from: 'kept',
      to: 'broken',
      promises: [{ from: 'kept', to: 'broken' }],
    },
  ]);
});

test('documents added, removed and renamed', () => {
  const { [GUIDE]: guide, ...rest } = SMALL_SET;
  expect(compare(SMALL_SET, rest).documents).toEqual({ added: [], removed: [GUIDE], renamed: [] });
  const renamed = compare(SMALL_SET, { ...rest, 'spec/03-handbook.md': guide });
  expect(renamed.documents).toEqual({
    added: [],
    removed: [],
    renamed: [{ from: GUIDE, to: 'spec/03-handbook.md' }],
  });
  expect(renamed.references).toEqual({ broke: [], mended: [], appeared: [], vanished: [] });
});
