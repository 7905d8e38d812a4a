import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphView } from '#specgraph';
import { variablePage, variableRows, variableTotals } from '../../src/site/variables.ts';
import { realSpecification } from '../helpers/real-specification.ts';

let graph: GraphView;
beforeAll(async () => {
  ({ graph } = await realSpecification());
});

describe('the variables table', () => {
  it('counts as the specification counts', () => expect(variableTotals(graph)).toEqual({ counted: 48, names: 46, uncounted: ['FL_USE_CASE'] }));
  it('has one row a name', () => expect(new Set(variableRows(graph).map(({ name }) => name)).size).toBe(46));
  it('holds both appliances in one row', () => {
    expect(variableRows(graph).find(({ name }) => name === 'FLOWER_VERSION')).toMatchObject({ counted: 2, appliances: ['SuperLink', 'SuperNode'] });
  });
});

describe('the page of a variable', () => {
  it('shows its values and every facet with its place', () => {
    const { definitions, phase } = variablePage(graph, 'FL_EDGE_BACKOFF');
    expect(phase?.number).toBe('9');
    expect(definitions).toHaveLength(1);
    expect(definitions[0]).toMatchObject({ default: 'exponential', options: ['exponential', 'fixed'], number: 14, counted: true });
    expect(definitions[0].parts).toMatchObject({ mandatory: false, type: 'list', default: 'exponential', faults: [] });
    expect(definitions[0].facets.map(({ state }) => state)).toEqual(Array(6).fill('present'));
    expect(definitions[0].facets.flatMap(({ places }) => places).every(({ label, url }) => /^spec\/\d\d:\d+$/.test(label) && url.includes('/spec/'))).toBe(true);
  });
  it('names what it interacts with', () => {
    expect(variablePage(graph, 'FL_EDGE_BACKOFF').related.map(({ name }) => name)).toContain('FL_EDGE_MAX_BACKOFF');
  });
  it('does not ask for facets that a table is exempt from', () => {
    const facets = variablePage(graph, 'TOKEN').definitions[0].facets;
    expect(facets.filter(({ state }) => state === 'missing')).toEqual([]);
    expect(facets.find(({ facet }) => facet === 'userInput')?.state).not.toBe('missing');
  });
  it('refuses a name that is none', () => expect(() => variablePage(graph, 'NOPE')).toThrow(RangeError));
});
