/** The configuration says who publishes and who reads an attribute. These tests compare it with the documents. */
import { describe, expect, test } from 'vitest';
import { nodeId } from '#specgraph';
import { attributeGroups } from '../../../src/site/kinds/attributes.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

const { graph } = await realSpecification();
const attributes = graph.nodes.filter((node) => node.kind === 'attribute');
const parties = attributes.flatMap((node) =>
  [...(node.publishedBy ?? []), ...(node.readBy ?? [])].map(({ who, at }) => [node.name, who, at] as const),
);

describe('the section that the configuration names', () => {
  test.each(parties)('%s: %s', (name, _who, { document, section }) => {
    const facts = graph.documents.find((candidate) => candidate.number === document)!;
    const found = graph.section(facts.id, section);
    expect(found, `spec/${document} has no Section ${section}`).toBeDefined();
    const lines = graph
      .incoming(nodeId.attribute(name))
      .flatMap(({ range }) => (range?.file === facts.path ? [range.line] : []));
    const inside = lines.filter((line) => line >= found!.range.line && line <= found!.endLine);
    expect(inside, `Section ${section} of spec/${document} does not name ${name}`).not.toEqual([]);
  });
});

test('every attribute of OneGate has a publisher', () => {
  const onegate = attributeGroups(graph).find((group) => group.source === 'onegate')!;
  expect(onegate.attributes.length).toBeGreaterThan(10);
  for (const { name, publishedBy } of onegate.attributes) expect(publishedBy, name).not.toEqual([]);
  for (const { url } of onegate.attributes.flatMap(({ publishedBy, readBy }) => [...publishedBy, ...readBy]))
    expect(url).toMatch(/#/);
});

test('every attribute is listed once', () => {
  expect(attributeGroups(graph).flatMap((group) => group.attributes)).toHaveLength(attributes.length);
});
