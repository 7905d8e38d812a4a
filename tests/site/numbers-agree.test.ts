/** The same number on every page: each page counts with the same function, and what it counts has one name. */
import { describe, expect, it } from 'vitest';
import { checkGraph, nodeId } from '#specgraph';
import { backlinksOfDocument } from '../../src/site/documents/backlinks.ts';
import { documentPage } from '../../src/site/documents/document-page.ts';
import { graphPage } from '../../src/site/graph/graph-page.ts';
import { attributeGroups } from '../../src/site/kinds/attributes.ts';
import { counts } from '../../src/site/counts.ts';
import { usesOf } from '../../src/site/previews/uses.ts';
import { variablePage } from '../../src/site/variables/variable-page.ts';
import { variableRows } from '../../src/site/variables/variable-rows.ts';
import { realSpecification } from '../helpers/real-specification.ts';
import { snapshotOf } from '../helpers/snapshot.ts';

const { graph, project } = await realSpecification();
const snapshot = { ...snapshotOf({}), graph, report: checkGraph(graph, { contracts: project.contracts }) };
const listed = new Map(
  graphPage(snapshot).groups.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)),
);

describe('the mentions of a variable', () => {
  it.each(variableRows(graph).map(({ name, mentions }) => [name, mentions] as const))(
    '%s: %i',
    (name, mentions) => {
      const page = variablePage(graph, name);
      const id = nodeId.variable(name);
      expect({
        page: page.mentionCount,
        sentences: page.mentions.flatMap(({ backlinks }) => backlinks).length,
        unfolded: usesOf(graph, id).flatMap(({ uses }) => uses).length,
        graph: listed.get(id)?.into,
      }).toEqual({ page: mentions, sentences: mentions, unfolded: mentions, graph: mentions });
    },
  );
});

it('an attribute has as many mentions in the register as in the graph', () => {
  const attributes = attributeGroups(graph).flatMap((group) => group.attributes);
  for (const { name, mentionCount } of attributes)
    expect(listed.get(nodeId.attribute(name))?.into ?? mentionCount, name).toBe(mentionCount);
});

describe('the references to a document', () => {
  it.each(graph.documents.map((facts) => [facts.id, facts] as const))('%s', (id, facts) => {
    const page = documentPage(graph, facts);
    expect(listed.get(id)?.into).toBe(page.references.count);
    expect(page.backlinkCount).toBe(backlinksOfDocument(graph, id).length);
    expect(page.backlinkCount).toBeLessThanOrEqual(page.references.count);
  });
});

it('the sections of the footer are all sections of all documents', () => {
  const all = graph.documents.reduce((sum, { sections }) => sum + sections.length, 0);
  expect(counts(snapshot).sections).toBe(all);
});
