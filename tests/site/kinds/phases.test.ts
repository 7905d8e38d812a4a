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
  it('exists for nine phases', () =>
    expect(phaseSummaries(snapshot).map(({ number }) => number)).toEqual([...'123456789']));
});
