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
};
const OTHERS = new Set(['repo/data.csv', 'repo/docs/main.ts', 'repo/src/x.ts']);

/** What stands in memory, as a file system tells it. */
const tree: Tree = {
  kind: (path) => {
    const files = [...Object.keys(FILES), ...OTHERS];
    if (files.includes(path)) return 'file';
    return files.some((file) => file.startsWith(`${path}/`)) ? 'directory' : undefined;
  },
  otherCase: (path) =>
    [...Object.keys(FILES), ...OTHERS].find(
      (file) => file !== path && file.toLowerCase() === path.toLowerCase(),
    ),
};

function target(url: string): string {
  const files = Object.entries({ ...FILES, 'repo/docs/from.md': `# F\n\n## Own\n\n[x](<${url}>)\n` }).map(
    ([path, text]) => ({ path, text }),
  );
  const graph = readGraph(
    { root: 'repo/docs', repositoryRoot: 'repo', files, others: [], problems: [], tree },
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
  ['a.md#Here', 'a'],
  ['a.md#one', 'missing-anchor'],
  ['a.md#fn-1', 'a'],
  // folders show their README
  ['sub', 'sub/README'],
  ['sub/', 'sub/README'],
  ['sub#deep', 'sub/README#deep'],
  ['sub#nope', 'missing-anchor'],
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
  // above the repository
  ['../../x.md', 'outside-root'],
  ['/../x.md', 'outside-root'],
  ['../../repo/docs/a.md', 'a'],
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

  test('no row stands twice', () => {
    expect(new Set(CASES.map(([url]) => url)).size).toBe(CASES.length);
  });
});
