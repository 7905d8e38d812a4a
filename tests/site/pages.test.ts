import { beforeAll, describe, expect, it } from 'vitest';
import { checkGraph, evaluateContract } from '#specgraph';
import type { Snapshot } from '../../src/site/snapshot.ts';
import { documentPage, tableOfContents } from '../../src/site/documents/document-page.ts';
import { integrityPage } from '../../src/site/integrity/integrity-page.ts';
import { documentsByPhase } from '../../src/site/page-frame/navigation.ts';
import { phasePage, phaseSummaries } from '../../src/site/kinds/phases.ts';
import { attributeGroups } from '../../src/site/kinds/attributes.ts';
import { requirementViews } from '../../src/site/kinds/requirements.ts';
import { realSpecification } from '../helpers/real-specification.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  const {
    graph,
    project: { contracts },
  } = await realSpecification();
  snapshot = {
    graph,
    report: checkGraph(graph, { contracts }),
    contracts: contracts.map((contract) => evaluateContract(contract, graph)),
    stamp: '',
  };
});

describe('the page of a document', () => {
  it('shows the header, the neighbours and the contents', () => {
    const { graph } = snapshot;
    const page = documentPage(graph, graph.document('14')!);
    expect(page).toMatchObject({
      title: 'Edge and Auto-Scaling',
      short: 'spec/14',
      version: '1.0',
      changed: { label: '9' },
    });
    expect(page.requirements.map(({ label }) => label)).toEqual(['ORCH-03', 'EDGE-01']);
    expect([page.previous?.number, page.next]).toEqual(['13', undefined]);
    expect(page.backlinks.every(({ document }) => document !== '14-edge-and-auto-scaling')).toBe(true);
  });

  it('lists headings of two levels, with separate numbers', () => {
    const toc = tableOfContents(snapshot.graph.document('14')!);
    expect(toc[1]).toMatchObject({
      slug: '2-edge-supernode-appliance-variant',
      number: '2',
      title: 'Edge SuperNode Appliance Variant',
    });
    expect(toc[1].children[0].number).toBe('2.1');
  });

  it('is listed with its phase, after the overview', () => {
    const groups = documentsByPhase(snapshot.graph);
    expect(groups.map(({ label }) => label)).toEqual([
      'Overview',
      ...Array.from({ length: 9 }, (_, i) => `Phase ${i + 1}`),
    ]);
    expect(groups.flatMap(({ documents }) => documents)).toHaveLength(15);
  });
});

describe('the page of a phase', () => {
  it('shows the introduced variables and every promise of the contract', () => {
    const page = phasePage(snapshot, '9');
    expect(page.variables.map(({ name }) => name)).toEqual(['FL_EDGE_BACKOFF', 'FL_EDGE_MAX_BACKOFF']);
    expect(page.items.flatMap(({ lines }) => lines)).toHaveLength(page.contract!.of);
    expect(page.contract!.kept).toBe(page.contract!.of);
  });
  it('exists for nine phases', () =>
    expect(phaseSummaries(snapshot).map(({ number }) => number)).toEqual([...'123456789']));
});

describe('the lists of requirements and attributes', () => {
  it('name a document for every requirement', () => {
    const views = requirementViews(snapshot.graph);
    expect(views).toHaveLength(15);
    expect(views.filter(({ satisfiedBy }) => satisfiedBy.length === 0)).toEqual([]);
  });
  it('hold every attribute once', () => {
    expect(attributeGroups(snapshot.graph).flatMap(({ attributes }) => attributes)).toHaveLength(
      snapshot.graph.nodes.filter(({ kind }) => kind === 'attribute').length,
    );
  });
});

describe('the integrity page', () => {
  it('links every finding to its place and its rule', () => {
    const page = integrityPage({
      ...snapshot,
      report: {
        ...snapshot.report,
        findings: [
          {
            rule: 'broken-section',
            severity: 'error',
            message: 'There is no Section 9z.',
            file: 'spec/14-edge-and-auto-scaling.md',
            line: 60,
            column: 1,
            endLine: 60,
            endColumn: 5,
          },
        ],
      },
    });
    expect(page.findings[0].findings[0].url).toBe(
      '/spec/14-edge-and-auto-scaling/#21-differences-standard-supernode-vs-edge-supernode',
    );
    expect(
      page.rules.flatMap(({ rules }) => rules).find(({ id }) => id === 'broken-section')?.findings,
    ).toHaveLength(1);
  });
});
