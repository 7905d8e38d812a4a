import { describe, expect, test } from 'vitest';
import { exportVariables } from '#specgraph';
import { exportGraph, graphDot, graphMermaid, graphML, variableKeys, variablesCsv } from '#specgraph/export';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const view = viewOfFiles(SMALL_SET);
const ODD = {
  'spec/a.md': '# A "quoted" <b> & \\ #1\n\n[b](b.md), [b](b.md), [gone](gone.md)\n',
  'spec/b.md': '# B\n',
};

describe('json', () => {
  const graph = exportGraph(view);

  test('has no undefined values, so that the printed JSON equals the object', () => {
    expect(JSON.parse(JSON.stringify(graph))).toStrictEqual(graph);
    const variables = exportVariables(view);
    expect(JSON.parse(JSON.stringify(variables))).toStrictEqual(variables);
  });

  test('is the same from run to run and in any order of the files', () => {
    const reversed = Object.fromEntries(Object.entries(SMALL_SET).toReversed());
    expect(JSON.stringify(exportGraph(viewOfFiles(reversed)))).toBe(JSON.stringify(graph));
  });

  test('edges are flat and carry their place and words', () => {
    expect(graph.edges).toContainEqual({
      kind: 'refers',
      source: '03-guide#1-start',
      target: '02-server#2-ports',
      file: 'spec/03-guide.md',
      line: 5,
      column: 25,
      endLine: 5,
      endColumn: 34,
      text: 'Section 2',
      via: 'prose',
      resolved: true,
    });
    expect(exportGraph(viewOfFiles(ODD)).edges).toContainEqual(
      expect.objectContaining({ resolved: false, why: 'missing-file' }),
    );
  });

  test('nodes begin with id, kind and title, sorted by id', () => {
    for (const node of graph.nodes) expect(Object.keys(node).slice(0, 3)).toEqual(['id', 'kind', 'title']);
    const ids = graph.nodes.map((node) => node.id);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });
});

test('dot sums references up by document and quotes', () => {
  expect(graphDot(viewOfFiles(ODD))).toBe(
    [
      'digraph specgraph {',
      '  rankdir=LR;',
      '  node [fontname="sans-serif"];',
      String.raw`  "a" [label="A \"quoted\" & \\ #1", shape=box, class="document"];`,
      '  "b" [label="B", shape=box, class="document"];',
      '  "a" -> "b" [class="refers", weight=2, label="2"];',
      '}',
      '',
    ].join('\n'),
  );
});

test('mermaid draws documents, requirements and phases, not variables', () => {
  expect(graphMermaid(view)).toBe(
    [
      'flowchart LR',
      '  n0["01 Reference"]',
      '  n1["02 Server"]',
      '  n2["03 Guide"]',
      '  n3{{"Phase 1: Base"}}',
      '  n4{{"Phase 2: Edge"}}',
      '  n5>"REQ-01: The server starts"]',
      '  n4 -->|depends| n3',
      '  n1 -->|2| n0',
      '  n2 -->|2| n1',
      '  n0 -->|satisfies| n5',
      '',
    ].join('\n'),
  );
  expect(graphMermaid(viewOfFiles(ODD))).toMatch(/n0\["A #34;quoted#34; .*#38; .*#35;1"\]/);
});

test('graphml is well-formed, declares its keys and has every end of every edge', () => {
  const xml = graphML(viewOfFiles(ODD));
  const nodes = new Set([...xml.matchAll(/<node id="([^"]*)"/g)].map(([, id]) => id));
  for (const [, source, target] of xml.matchAll(/source="([^"]*)" target="([^"]*)"/g))
    expect([nodes.has(source), nodes.has(target)]).toEqual([true, true]);
  const keys = new Set([...xml.matchAll(/<key id="([^"]*)"/g)].map(([, id]) => id));
  for (const [, key] of xml.matchAll(/<data key="([^"]*)"/g)) expect(keys.has(key)).toBe(true);
  expect(xml).toContain('&quot;quoted&quot;');
  expect(xml.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
});

test('csv quotes cells where necessary, and no cell can run as a formula', () => {
  const [first] = exportVariables(view);
  const text = variablesCsv(
    [{ ...first, validation: '=SUM(A1)', note: 'a "b",\nc' }],
    [...variableKeys(view), 'note'],
  );
  expect(text.split('\r\n')[1]).toBe(
    `FL_PORT,true,Server,1,2,Server parameters,number,true,,9092,M|number|Port to listen at||9092,'=SUM(A1),1,2,"a ""b"",\nc"`,
  );
});
