import { describe, expect, it } from 'vitest';
import { applyState, readState, START, writeState, type TableRow } from '../../../src/client/variables/filter.ts';

const row = (name: string, rest: Partial<TableRow> = {}): TableRow => ({
  name, type: 'text', default: '', appliance: 'SuperNode', phase: '1', mandatory: 'no', mentions: '1', text: name.toLowerCase(), ...rest,
});
const ROWS = [
  row('FL_EDGE_BACKOFF', { type: 'list', phase: '9', mentions: '34' }),
  row('FL_LOG_LEVEL', { appliance: 'SuperLink SuperNode', mentions: '100' }),
  row('FL_NUM_ROUNDS', { appliance: 'SuperLink', mandatory: 'yes', mentions: '9' }),
];
const names = (change: Partial<typeof START>) => applyState(ROWS, { ...START, ...change }).map((index) => ROWS[index].name);

describe('rows of the variables table', () => {
  it('are all shown by name at first', () => expect(names({})).toEqual(ROWS.map(({ name }) => name)));
  it('fit one of several values of a facet', () => {
    expect(names({ facets: { ...START.facets, appliance: 'SuperLink' } })).toEqual(['FL_LOG_LEVEL', 'FL_NUM_ROUNDS']);
  });
  it('fit all facets at once', () => {
    expect(names({ facets: { ...START.facets, appliance: 'SuperLink', mandatory: 'yes' } })).toEqual(['FL_NUM_ROUNDS']);
  });
  it('fit all words, whatever stands between them', () => expect(names({ q: 'backoff EDGE' })).toEqual(['FL_EDGE_BACKOFF']));
  it('fit a name with its separators', () => expect(names({ q: 'FL_LOG_' })).toEqual(['FL_LOG_LEVEL']));
  it('sort numbers as numbers', () => {
    expect(names({ sort: 'mentions' })).toEqual(['FL_NUM_ROUNDS', 'FL_EDGE_BACKOFF', 'FL_LOG_LEVEL']);
    expect(names({ sort: 'mentions', descending: true })).toEqual(['FL_LOG_LEVEL', 'FL_EDGE_BACKOFF', 'FL_NUM_ROUNDS']);
  });
});

describe('the state of the table in the URL', () => {
  it('says nothing at first', () => expect(writeState(START)).toBe(''));
  it('comes back as it was written', () => {
    const state = { q: 'a&b=ü', facets: { ...START.facets, phase: '9', type: 'list' }, sort: 'phase' as const, descending: true };
    expect(readState(writeState(state))).toEqual(state);
  });
  it('takes nonsense for the start', () => expect(readState('?sort=-nonsense&x=1')).toEqual({ ...START, descending: true }));
});
