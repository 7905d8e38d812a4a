import { beforeAll, describe, expect, it } from 'vitest';
import { checkGraph, evaluateContract } from '#specgraph';
import type { Snapshot } from '../../../src/site/snapshot.ts';
import { phasePage, phaseSummaries } from '../../../src/site/kinds/phases.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

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
    cwd: '',
    linkedFile: () => undefined,
    stamp: '',
  };
});

describe('the page of a phase', () => {
  it('shows the introduced variables and every promise of the contract', () => {
    const page = phasePage(snapshot, '9');
    expect(page.variables.map(({ name }) => name)).toEqual(['FL_EDGE_BACKOFF', 'FL_EDGE_MAX_BACKOFF']);
    expect(page.items.flatMap(({ lines }) => lines)).toHaveLength(page.contract!.of);
    expect(page.contract!.kept).toBe(page.contract!.of);
  });
  it('shows each truth and success criterion with its verdict and evidence', () => {
    const { truths, criteria } = phasePage(snapshot, '9');
    for (const statements of [truths, criteria]) {
      expect(statements.length).toBeGreaterThan(3);
      expect(statements.every(({ verdict, evidence }) => verdict === 'verified' && evidence.length > 0)).toBe(
        true,
      );
    }
    // The truths of Phase 4 name nothing that its promises name.
    expect(phasePage(snapshot, '4').truths).toMatchObject([
      { verdict: 'needs-human', evidence: ['it names nothing that a promise names'] },
    ]);
  });
  it('exists for nine phases', () =>
    expect(phaseSummaries(snapshot).map(({ number }) => number)).toEqual([...'123456789']));
});
