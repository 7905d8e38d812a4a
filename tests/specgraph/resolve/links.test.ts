/** A destination, and where it leads on GitHub: a node of the graph, why there is none, or nowhere that concerns us. */
import { describe, expect, test } from 'vitest';
import { NO_CONFIG, readGraph, type Tree } from '#specgraph';

const FILES: Record<string, string> = {
  'repo/docs/a.md':
    '# A\n\n## Limits & Bounds\n\n## Limits & Bounds\n\n## Größe\n\n<a id="Here"></a>\n\n## 😀 Mood\n',
  'repo/docs/b.md': '# B\n\n## One\n',
  'repo/docs/my file.md': '# M\n',
  'repo/docs/sub/README.md': '# Sub\n\n## Deep\n',
  'repo/docs/c#d.md': '# C\n',
  'repo/docs/deep/index.md': '# Deep\n',
  'repo/docs/numbers.md':
    '# N\n\n## 12. Results of all\n\n### 12a. Other\n\n## 13. Twice\n\n## 14. Twice\n\n## Part 7-b\n',
  'repo/docs/12-architecture.md': '# A\n',
  'repo/docs/01-introduction.md': '# I\n',
  'repo/docs/02-introduction.md': '# I\n',
  'repo/docs/31-sixteen.md': '# S\n',
  'repo/docs/32-six.md': '# S\n',
  'repo/docs/part-12.md': '# P\n',
  'repo/docs/shed/readme.md': '# Shed\n\n## Tools\n',
};
const OTHERS = new Set(['repo/data.csv', 'repo/docs/main.ts', 'repo/src/x.ts', 'repo/rst/README.rst']);

/** What stands in memory, as a file system tells it. */
const tree: Tree = {
  kind: (path) => {
    const files = [...Object.keys(FILES), ...OTHERS];
    if (files.includes(path)) return 'file';
    return files.some((file) => file.startsWith(`${path}/`)) ? 'directory' : undefined;
  },
  otherCases: (path) =>
    [...Object.keys(FILES), ...OTHERS].filter(
      (file) => file !== path && file.toLowerCase() === path.toLowerCase(),
    ),
};

function target(url: string): string {
  const files = Object.entries({ ...FILES, 'repo/docs/from.md': `# F\n\n## Own\n\n[x](<${url}>)\n` }).map(
    ([path, text]) => ({ path, text }),
  );
  const graph = readGraph(
    {
      root: 'repo/docs',
      repositoryRoot: 'repo',
      repository: {
        addresses: ['github.com/Owner/name', 'gitlab.com/g/sub/name'],
        branches: ['HEAD', 'main'],
      },
      files,
      others: [],
      problems: [],
      tree,
    },
    NO_CONFIG,
  );
  const edge = graph.edges.find((e) => e.kind === 'refers' && e.range?.file === 'repo/docs/from.md');
  if (!edge) return '-';
  return edge.resolved ? edge.target : `${edge.why}${edge.nearest ? ` (${edge.nearest})` : ''}`;
}

const CASES: [url: string, leadsTo: string][] = [
  // this page
  ['#own', 'from#own'],
  ['#Own', 'from#own'],
  ['#', 'from'],
  ['#top', 'from'],
  ['#TOP', 'from'],
  ['a.md#Top', 'a'],
  ['#readme', 'missing-anchor'],
  ['#user-content-own', 'from#own'],
  ['?x=1#own', 'from#own'],
  ['#owm', 'missing-anchor (own)'],
  ['', 'empty'],
  // other pages
  ['a.md', 'a'],
  ['./a.md', 'a'],
  ['sub/../a.md', 'a'],
  ['../docs/a.md', 'a'],
  ['/docs/a.md', 'a'],
  ['a.md#', 'a'],
  ['a.md?plain=1#L3', 'a'],
  ['a.md#L3-L7', 'a'],
  ['my%20file.md', 'my file'],
  ['my file.md', 'my file'],
  ['c%23d.md', 'c%23d'],
  // headings and anchors
  ['a.md#limits--bounds', 'a#limits--bounds'],
  ['a.md#limits--bounds-1', 'a#limits--bounds-1'],
  ['a.md#limits--bounds-2', 'missing-anchor'],
  ['a.md#gr%C3%B6%C3%9Fe', 'a#größe'],
  ['a.md#größe', 'a#größe'],
  ['a.md#-mood', 'a#-mood'],
  // an anchor between two headings belongs to neither
  ['a.md#Here', 'a'],
  ['a.md#one', 'missing-anchor'],
  ['a.md#fn-1', 'a'],
  ['a.md#fnref-1', 'a'],
  ['a.md#xfn-1', 'missing-anchor'],
  ['a.md#user-content-Here', 'a'],
  ['a.md#L12C34-L56C78', 'a'],
  ['a.md#XL3', 'missing-anchor'],
  ['a.md#L3x', 'missing-anchor'],
  // the heading that now carries the title
  ['numbers.md#7-results-of-all', 'missing-anchor (12-results-of-all)'],
  ['numbers.md#results-of-all', 'missing-anchor (12-results-of-all)'],
  ['numbers.md#11b-other', 'missing-anchor (12a-other)'],
  ['numbers.md#15-twice', 'missing-anchor'],
  ['numbers.md#part-8-b', 'missing-anchor'],
  // folders show their README
  ['sub', 'sub/README'],
  ['sub/', 'sub/README'],
  ['sub#deep', 'sub/README#deep'],
  ['sub#nope', 'missing-anchor'],
  ['deep', 'deep/index'],
  ['shed#tools', 'shed/readme#tools'],
  ['shed/#nope', 'missing-anchor'],
  ['sub#readme', 'sub/README'],
  ['sub/README.md#readme', 'sub/README'],
  ['sub?tab=readme-ov-file#MIT-1-ov-file', 'sub/README'],
  ['../src/#part', 'missing-anchor'],
  ['../src/#top', '-'],
  ['../src#', '-'],
  ['../rst#part', '-'],
  ['..', '-'],
  // files that are no documents
  ['../data.csv', '-'],
  ['/src/x.ts#L10', '-'],
  ['main.ts', '-'],
  // not there, or not so spelled
  ['nope.md', 'missing-file'],
  ['README.md', 'missing-file'],
  ['bb.md', 'missing-file (repo/docs/b.md)'],
  ['z.md', 'missing-file'],
  ['a', 'missing-file (repo/docs/a.md)'],
  ['A.md', 'case (repo/docs/a.md)'],
  ['Main.ts', 'case (repo/docs/main.ts)'],
  // the file that now has the name, another number, or none
  ['gone/12-architecture.md', 'missing-file (repo/docs/12-architecture.md)'],
  ['gone/README.md', 'missing-file'],
  ['7-architecture.md', 'missing-file (repo/docs/12-architecture.md)'],
  ['13-introduction.md', 'missing-file'],
  ['30-sixteen.md', 'missing-file (repo/docs/31-sixteen.md)'],
  ['30-six.md', 'missing-file'],
  ['part-1-2.md', 'missing-file'],
  // above the repository
  ['../../x.md', 'outside-root'],
  ['/../x.md', 'outside-root'],
  ['../../repo/docs/a.md', 'a'],
  // absolute, into the own repository
  ['https://github.com/owner/NAME/blob/main/docs/a.md#limits--bounds', 'a#limits--bounds'],
  ['https://github.com/owner/name/blob/main/docs/a.md#nope-at-all', 'missing-anchor'],
  ['https://www.github.com/owner/name/tree/HEAD/docs/shed#tools', 'shed/readme#tools'],
  ['https://raw.githubusercontent.com/owner/name/refs/heads/main/docs/zz.md', 'missing-file'],
  ['https://gitlab.com/g/sub/name/-/blob/main/docs/A.md', 'case (repo/docs/a.md)'],
  ['https://github.com/owner/name/blob/main/data.csv', '-'],
  ['https://github.com/owner/name/blob/v1/docs/zz.md', '-'],
  ['https://github.com/owner/name/blob/main2/docs/zz.md', '-'],
  ['https://github.com/owner/name/issues/1', '-'],
  ['https://github.com/owner/name', '-'],
  ['https://github.com/owner/name/tree/main/', '-'],
  ['https://github.com/owner/other/blob/main/docs/zz.md', '-'],
  // nothing of ours
  ['https://example.org/a.md', '-'],
  ['//example.org/a.md', '-'],
  ['mailto:a@b.c', '-'],
  ['HTTP://example.org', '-'],
  ['{{ site.url }}/a.md', '-'],
  // what cannot be decoded is taken as it stands
  ['a%.md', 'missing-file (repo/docs/a.md)'],
];

describe('a link from repo/docs/from.md', () => {
  test.each(CASES)('%j leads to %s', (url, expected) => {
    expect(target(url)).toBe(expected);
  });

  test('the table has no duplicate rows', () => {
    expect(new Set(CASES.map(([url]) => url)).size).toBe(CASES.length);
  });
});

/** The only document of a repository, with one link. */
function alone(repositoryRoot: string, url: string): string {
  const path = repositoryRoot === '.' ? 'from.md' : `${repositoryRoot}/from.md`;
  const graph = readGraph(
    {
      root: repositoryRoot,
      repositoryRoot,
      files: [
        { path, text: `[x](<${url}>)\n` },
        { path: path.replace('from', 'limits'), text: '# L\n' },
      ],
      others: [],
      problems: [],
      tree: { kind: () => undefined, otherCases: () => [] },
    },
    NO_CONFIG,
  );
  const edge = graph.edges.find((e) => e.kind === 'refers');
  return edge ? `${edge.why}${edge.nearest ? ` (${edge.nearest})` : ''}` : '-';
}

const ABOVE: [repositoryRoot: string, url: string, leadsTo: string][] = [
  // pages that GitHub has beside the files of a repository, two steps above them
  ['.', '../../issues', '-'],
  ['repo', '../../issues/3', '-'],
  ['x/repo', '../../pull/7', '-'],
  ['x/repo', '../../pulls', '-'],
  ['x/y/repo', '../../wiki/Home', '-'],
  // others are outside
  ['repo', '../../nothing', 'outside-root'],
  ['repo', '../../issues2', 'outside-root'],
  ['x/repo', '../../my/issues', 'outside-root'],
  ['x/repo', '../issues', 'outside-root'],
  ['x/y/repo', '../../../issues', 'outside-root'],
  ['x/y/repo', '../../nothing', 'outside-root'],
  // a repository that is the folder itself
  ['.', 'lmits.md', 'missing-file (limits.md)'],
  ['.', '../limits.md', 'outside-root'],
];

describe('from a repository at', () => {
  test.each(ABOVE)('%s, %j leads to %s', (repositoryRoot, url, expected) => {
    expect(alone(repositoryRoot, url)).toBe(expected);
  });
});
