import { expect, it } from 'vitest';
import { nameIn, thingsOf } from '../../../../src/client/graph/state/things.ts';
import { DATA } from '../small-map.ts';

const things = thingsOf(DATA);

it('things are found by name, label or id, in whatever case; what is missing is not', () => {
  expect(things.named('A 1')?.id).toBe('a#1');
  expect(things.named(' VARIABLE:x ')?.id).toBe('variable:X');
  expect(things.named('missing:b 9')).toBeUndefined();
  expect(things.named('nothing')).toBeUndefined();
  expect(things.proposed().map(({ id }) => id)).not.toContain('missing:b 9');
});

it('they are named as the command line names them', () => {
  expect([nameIn(things, 'a#1'), nameIn(things, 'a'), nameIn(things, 'nowhere')]).toEqual([
    'a 1',
    'a',
    'nowhere',
  ]);
});
