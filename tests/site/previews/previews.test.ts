import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeId } from '#specgraph';
import { previewsUrl } from '../../../src/client/preview/previews-url.ts';
import { renderArticle } from '../../../src/site/documents/article.ts';
import { previewsOfDocument, previewsOfNames } from '../../../src/site/previews/previews.ts';
import type { Preview, Previews } from '../../../src/payloads/previews.ts';
import { urls } from '../../../src/site/urls.ts';
import { elements, parseHtml } from '../../helpers/html.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { CONFIG, SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

/** The engine keeps the text of a document only when the configuration needs it. */
const WITH_WORDS = { 'spec/specgraph.config.json': JSON.stringify({ ...CONFIG, staleWords: ['deferred'] }) };
const { graph } = snapshotOf({ ...SMALL_SET, ...WITH_WORDS });
const names = previewsOfNames(graph);

describe('the preview of a name', () => {
  it('shows the definition of a variable and its place', () => {
    expect(names[nodeId.variable('FL_MODE')]).toEqual({
      kind: 'variable',
      title: 'FL_MODE',
      url: '/variables/FL_MODE/',
      text: ['How to run, "fast" or not'],
      facts: [
        ['Type', 'list, optional'],
        ['Default', 'fast'],
        ['Options', 'fast, slow'],
        ['Defined in', 'spec/01:14', '/spec/01-reference/#2-parameters'],
      ],
    });
  });

  it('shows equal values of two definitions once, and names the appliance for different values', async () => {
    const { graph: real } = await realSpecification();
    const twice = real.definitions.filter(
      (d, _, all) => all.filter(({ name }) => name === d.name).length === 2 && d.components.length === 1,
    );
    expect(twice).not.toEqual([]);
    const { facts = [] } = previewsOfNames(real)[nodeId.variable(twice[0].name)];
    const labels = facts.map(([label]) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => label.startsWith('Defined in, '))).toHaveLength(2);
    expect(labels.filter((label) => label.startsWith('Type'))).toEqual(['Type']);
  });

  it('shows the meaning of an attribute and the documents that name it', async () => {
    const { graph: real } = await realSpecification();
    const { text, facts } = previewsOfNames(real)[nodeId.attribute('FL_READY')];
    expect(text).toEqual(['SuperLink serves its Fleet API']);
    expect(Object.fromEntries(facts!.map(([label, value]) => [label, value]))).toMatchObject({
      Source: 'Published over OneGate',
      'Listed in': expect.stringMatching(/^spec\/01:\d+$/),
      'Named in': expect.stringContaining('spec/08'),
    });
  });

  it('shows the text of a requirement, the documents of a phase and the beginning of a document', async () => {
    const { graph: real } = await realSpecification();
    const all = previewsOfNames(real);
    expect(names[nodeId.requirement('REQ-01')]).toMatchObject({
      title: 'REQ-01',
      text: ['The server starts'],
    });
    expect(all[nodeId.phase('9')].parts).toContainEqual([
      'spec/14 Edge and Auto-Scaling',
      '/spec/14-edge-and-auto-scaling/',
    ]);
    expect(all['14-edge-and-auto-scaling'].text![0]).toMatch(/^This document specifies /);
  });
});

describe('the preview of a section', () => {
  it('shows the heading, the first paragraph and the document', () => {
    expect(previewsOfDocument(graph, graph.document('01-reference')!)['01-reference#1-scope']).toEqual({
      kind: 'section',
      title: '1. Scope',
      url: '/spec/01-reference/#1-scope',
      place: ['spec/01 Reference', '/spec/01-reference/'],
      text: ['What FL_PORT means stands in Section 2.'],
    });
  });

  it('lists the subsections when the section has no text of its own', () => {
    expect(previewsOfDocument(graph, graph.document('02-server')!)['02-server#1-boot']).toMatchObject({
      parts: [
        ['Step 1: Read', '/spec/02-server/#step-1-read'],
        ['Step 1a: Listen', '/spec/02-server/#step-1a-listen'],
      ],
    });
  });

  it('shows the lines that a short paragraph announces', () => {
    const own = snapshotOf({
      ...SMALL_SET,
      ...WITH_WORDS,
      'spec/04-a.md':
        '# A\n\n## 1. Rules\n\nIn this order:\n\n- First.\n- Second.\n\n## 2. Table\n\n| a | b |\n|---|---|\n| c | d |\n\nProse below.\n',
    });
    const previews = previewsOfDocument(own.graph, own.graph.document('04-a')!);
    expect(previews['04-a#1-rules'].text).toEqual(['In this order:', 'First.', 'Second.']);
    expect(previews['04-a#2-table'].text).toEqual(['Prose below.']);
  });

  it('shows table rows or code when there is no paragraph', async () => {
    const { graph: real } = await realSpecification();
    const tls = previewsOfDocument(real, real.document('04')!);
    expect(tls['04-tls-certificate-lifecycle#step-1-ca-private-key'].code).toContain('openssl');
    expect(tls['04-tls-certificate-lifecycle#generation-parameters'].text!.length).toBeGreaterThan(1);
  });

  it('lists a step under its own id', () => {
    expect(
      previewsOfDocument(graph, graph.document('02-server')!)[nodeId.step('02-server', '1a')],
    ).toMatchObject({ kind: 'step', title: 'Step 1a: Listen' });
  });

  it("keeps the author's markup as text", () => {
    const hostile = snapshotOf({
      ...SMALL_SET,
      ...WITH_WORDS,
      'spec/04-a.md': '# A\n\n## 1. Scope\n\nText `<img src=x onerror=alert(1)>` here.\n',
    });
    const { text } = previewsOfDocument(hostile.graph, hostile.graph.document('04-a')!)['04-a#1-scope'];
    expect(text).toEqual(['Text <img src=x onerror=alert(1)> here.']);
  });
});

describe('the previews of this specification', () => {
  let files: Map<string, Previews>;
  let references: string[];
  beforeAll(async () => {
    const { graph: real } = await realSpecification();
    const snapshot = { ...snapshotOf({}), graph: real, stamp: 'real' };
    files = new Map([
      [urls.previews(), previewsOfNames(real)],
      ...real.documents.map((facts) => [urls.previews(facts.id), previewsOfDocument(real, facts)] as const),
    ]);
    const articles = await Promise.all(real.documents.map((facts) => renderArticle(facts, snapshot)));
    references = articles
      .flatMap((html) => elements(parseHtml(html)))
      .flatMap(({ tagName, properties }) =>
        tagName === 'a' && (properties.dataRef ?? properties['data-ref'])
          ? [String(properties.dataRef ?? properties['data-ref'])]
          : [],
      );
  }, 120_000);

  it('cover every reference of every document', () => {
    expect(references.length).toBeGreaterThan(3000);
    const dead = new Set(references.filter((node) => !files.get(previewsUrl(node))?.[node]));
    expect([...dead]).toEqual([]);
  });

  it('all show more than the title', () => {
    const silent = (preview: Preview): boolean =>
      !preview.text?.length && !preview.code && !preview.facts?.length && !preview.parts?.length;
    const empty = [...files.values()]
      .flatMap((previews) => Object.entries(previews))
      .filter(([, preview]) => silent(preview));
    expect(empty.map(([node]) => node)).toEqual([]);
  });

  it('are small enough to be fetched while the pointer rests', () => {
    const heavy = [...files]
      .map(([url, previews]) => [url, gzipSync(JSON.stringify(previews)).length] as const)
      .filter(([, size]) => size > 10_000);
    expect(heavy).toEqual([]);
  });
});
