import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphView } from '#specgraph';
import { variablePage } from '../../../src/site/variables/variable-page.ts';
import { variablesPage } from '../../../src/site/variables/variables-page.ts';
import { variableRows, variableTotals } from '../../../src/site/variables/variable-rows.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

let graph: GraphView;
beforeAll(async () => {
  ({ graph } = await realSpecification());
});

describe('the variables table', () => {
  it('counts variables as the specification does', () =>
    expect(variableTotals(graph)).toEqual({
      counted: 48,
      countedNames: 45,
      names: 46,
      twice: ['FLOWER_VERSION', 'FL_ISOLATION', 'FL_LOG_LEVEL'],
      uncounted: ['FL_USE_CASE'],
    }));
  it('has one row for each name', () =>
    expect(new Set(variableRows(graph).map(({ name }) => name)).size).toBe(46));
  it('shows both appliances in one row', () => {
    const row = variableRows(graph).find(({ name }) => name === 'FLOWER_VERSION')!;
    expect(row.lines.map(({ component, counted }) => [component, counted])).toEqual([
      ['SuperLink', true],
      ['SuperNode', true],
    ]);
  });
  it('counts names for the values of its facets', () => {
    const facets = new Map(
      variablesPage(graph).facets.map(({ name, values }) => [
        name,
        new Map(values.map(({ value, count }) => [value, count])),
      ]),
    );
    expect(facets.get('phase')?.get('9')).toBe(2);
    expect(facets.get('document')?.get('03-contextualization-reference')).toBe(46);
    expect([...facets.get('mandatory')!.values()].reduce((sum, count) => sum + count)).toBe(46);
  });
});

describe('the page of a variable', () => {
  it('shows the values and every facet with its place', () => {
    const { definitions, phase } = variablePage(graph, 'FL_EDGE_BACKOFF');
    expect(phase?.number).toBe('9');
    expect(definitions).toHaveLength(1);
    expect(definitions[0]).toMatchObject({
      default: 'exponential',
      options: ['exponential', 'fixed'],
      number: 14,
      counted: true,
      need: 'optional',
      section: 'Section 4 of spec/03',
    });
    expect(definitions[0].facets.map(({ state }) => state)).toEqual(Array(6).fill('present'));
    expect(
      definitions[0].facets
        .flatMap(({ places }) => places)
        .every(({ label, url }) => /^spec\/\d\d:\d+$/.test(label) && url.includes('/spec/')),
    ).toBe(true);
  });
  it('splits the USER_INPUT into its parts', () => {
    const { parts, line } = variablePage(graph, 'FL_EDGE_MAX_BACKOFF').definitions[0].userInput!;
    expect(parts.map(({ label, value }) => [label, value])).toEqual([
      ['Need', 'O'],
      ['Type', 'number'],
      ['Description', 'Maximum backoff interval in seconds for edge discovery'],
      ['Options', ''],
      ['Default', '300'],
    ]);
    expect(line).toBe(`FL_EDGE_MAX_BACKOFF = "${parts.map(({ value }) => value).join('|')}"`);
  });
  it('names the variables that it interacts with, and the sections that say so', () => {
    const { related, notes } = variablePage(graph, 'FL_EDGE_BACKOFF');
    expect(related.map(({ name }) => name)).toContain('FL_EDGE_MAX_BACKOFF');
    expect(notes.map(({ where }) => where)).toEqual(['spec/03, Section 10o']);
    expect(notes[0].sentences.every(({ words }) => words === 'FL_EDGE_BACKOFF')).toBe(true);
  });
  it('compares the values that other places state with the definition', () => {
    const { stated } = variablePage(graph, 'FL_TLS_ENABLED');
    expect(stated.filter(({ agreement }) => agreement === 'conflict')).toEqual([]);
    const override = stated.find(({ agreement }) => agreement === 'override')!;
    expect(override).toMatchObject({
      field: 'USER_INPUT',
      value: 'O|boolean|Enable TLS encryption||YES',
      defined: ['O|boolean|Enable TLS encryption||NO'],
    });
    expect(override.reason).toContain('TLS');
    expect(override.places.every(({ label }) => label.startsWith('spec/12'))).toBe(true);
  });
  it('does not require facets that a table is exempt from', () => {
    const facets = variablePage(graph, 'TOKEN').definitions[0].facets;
    expect(facets.filter(({ state }) => state === 'missing')).toEqual([]);
    expect(facets.find(({ facet }) => facet === 'userInput')?.state).not.toBe('missing');
  });
  it('throws for a name that does not exist', () =>
    expect(() => variablePage(graph, 'NOPE')).toThrow(RangeError));
});
