/** The same number on every page: each page counts with the same function, and what it counts has one name. */
import { describe, expect, it } from 'vitest';
import { checkGraph, nodeId } from '#specgraph';
import { backlinksOfDocument, mentionsOf } from '../../src/site/documents/backlinks.ts';
import { documentPage } from '../../src/site/documents/document-page.ts';
import { graphPage } from '../../src/site/graph/graph-page.ts';
import { attributeGroups } from '../../src/site/kinds/attributes.ts';
import { phasePage, phaseSummaries } from '../../src/site/kinds/phases.ts';
import { requirementViews } from '../../src/site/kinds/requirements.ts';
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

describe('the references to the documents of a phase', () => {
  it.each(phaseSummaries(snapshot).map(({ number, documents }) => [number, documents] as const))(
    'Phase %s: as many as its documents have, without those from one to another',
    (number, documents) => {
      const { referring, id, mentions, mentionCount } = phasePage(snapshot, number);
      const own = new Set(documents.map((document) => document.id));
      const counted = documents.map(
        (document) => documentPage(graph, graph.document(document.id)!).references.count,
      );
      const between = [...own].flatMap((target) =>
        graph.referencesTo(target).filter(({ source }) => {
          const from = nodeId.documentOf(source)!;
          return from !== target && own.has(from);
        }),
      );
      const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
      expect(sum(referring.map(({ count }) => count))).toBe(sum(counted) - between.length);
      expect(mentions.flatMap(({ backlinks }) => backlinks)).toHaveLength(mentionCount);
      const inOwn = mentionsOf(graph, id).filter(({ document }) => own.has(document));
      expect(listed.get(id)?.into).toBe(mentionCount + inOwn.length);
    },
  );
});

it('a requirement has as many mentions on its page as in the graph', () => {
  for (const { id, evidenceCount } of requirementViews(graph))
    expect(listed.get(nodeId.requirement(id))?.into, id).toBe(evidenceCount);
});

it('the sections of the footer are all sections of all documents', () => {
  const all = graph.documents.reduce((sum, { sections }) => sum + sections.length, 0);
  expect(counts(snapshot).sections).toBe(all);
});
