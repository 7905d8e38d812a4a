import { expect, it } from 'vitest';
import { lookupOf, nameOfId } from '../../../../src/client/graph/state/node-lookup.ts';
import { DATA } from '../small-map.ts';

const lookup = lookupOf(DATA);

it('finds a node by its name, label or id in any letter case, but no missing node', () => {
  expect(lookup.findByName('A 1')?.id).toBe('a#1');
  expect(lookup.findByName(' VARIABLE:x ')?.id).toBe('variable:X');
  expect(lookup.findByName('missing:b 9')).toBeUndefined();
  expect(lookup.findByName('nothing')).toBeUndefined();
  expect(lookup.suggestions().map(({ id }) => id)).not.toContain('missing:b 9');
});

it('names nodes as the command line does', () => {
  expect([nameOfId(lookup, 'a#1'), nameOfId(lookup, 'a'), nameOfId(lookup, 'nowhere')]).toEqual([
    'a 1',
    'a',
    'nowhere',
  ]);
});
