import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  evaluateRules,
  toNumber,
  type Condition,
  type Facts,
  type Rule,
} from '../../../src/payloads/builder/rules.ts';

const facts = (values: Record<string, string>, changed: readonly string[] = Object.keys(values)): Facts => ({
  value: (name) => values[name] ?? '',
  changed: (name) => changed.includes(name),
  situation: (id) => values[`@${id}`] ?? '',
});

const CASES: readonly [Condition, Record<string, string>, boolean | undefined][] = [
  ['never', {}, false],
  [{ set: 'A' }, { A: 'x' }, true],
  [{ set: 'A' }, {}, false],
  [{ unset: 'A' }, {}, true],
  [{ variable: 'A', is: ['x', 'y'] }, { A: 'y' }, true],
  [{ variable: 'A', not: ['x', 'y'] }, { A: 'y' }, false],
  [{ situation: 's', is: ['edge'] }, { '@s': 'edge' }, true],
  [{ number: 'A', is: '<', than: 3 }, { A: '2' }, true],
  [{ number: 'A', is: '<', than: 3 }, { A: '3' }, false],
  [{ number: 'A', is: '<=', than: { of: 'B' } }, { A: '3', B: '3' }, true],
  [{ number: 'A', is: '>=', than: { of: 'B', times: 2, plus: 3 } }, { A: '5', B: '1' }, true],
  [{ number: 'A', is: '>=', than: { of: 'B', times: 2, plus: 3 } }, { A: '4', B: '1' }, false],
  [{ number: 'A', is: '>', than: 0 }, { A: 'three' }, undefined],
  [{ number: 'A', is: '>', than: { of: 'B' } }, { A: '1' }, undefined],
  [{ variable: 'A', matches: '^x' }, { A: 'xy' }, true],
  [{ variable: 'A', matches: '(' }, { A: 'xy' }, undefined],
  [{ all: [{ set: 'A' }, { number: 'B', is: '>', than: 0 }] }, { A: 'x', B: '?' }, undefined],
  [{ all: [{ unset: 'A' }, { number: 'B', is: '>', than: 0 }] }, { A: 'x', B: '?' }, false],
  [{ any: [{ set: 'A' }, { number: 'B', is: '>', than: 0 }] }, { A: 'x', B: '?' }, true],
  [{ any: [{ unset: 'A' }, { set: 'C' }] }, { A: 'x' }, false],
  [{ all: [] }, {}, true],
  [{ any: [] }, {}, false],
];
/** What rules make of a condition: one with it as `when` is broken where it holds, one with it as `then` where it does not. */
function evaluateCondition(one: Condition, given: Facts): boolean | undefined {
  const rule = { components: ['A'], severity: 'error', at: ['N'], unchecked: false, message: '' } as const;
  const rules: Rule[] = [
    { ...rule, id: 'when', when: one },
    { ...rule, id: 'then', then: one },
  ];
  const broken = evaluateRules(rules, 'A', given).map(({ rule: { id } }) => id);
  expect(broken.length).toBeLessThan(2);
  return broken.length === 0 ? undefined : broken[0] === 'when';
}

test.each(CASES)('%j with %j', (condition, values, expected) =>
  expect(evaluateCondition(condition, facts(values))).toBe(expected),
);

describe('a rule', () => {
  const rule = (more: Partial<Rule>): Rule => ({
    id: 'r',
    components: ['A'],
    severity: 'error',
    at: ['N'],
    unchecked: false,
    message: '',
    ...more,
  });
  it('is reported when "when" holds and "then" does not, with the values in its message', () => {
    const rules = [
      rule({
        when: { set: 'N' },
        then: { number: 'N', is: '>=', than: { of: 'F', times: 4, plus: 3 } },
        message: '${N} of ${required} for f=${F}',
      }),
    ];
    expect(evaluateRules(rules, 'A', facts({ N: '6', F: '1' })).map(({ text }) => text)).toEqual([
      '6 of 7 for f=1',
    ]);
    expect(evaluateRules(rules, 'A', facts({ N: '7', F: '1' }))).toEqual([]);
    expect(
      evaluateRules(rules, 'A', facts({ N: 'many', F: '1' })),
      'what cannot be compared is left to the format',
    ).toEqual([]);
    expect(evaluateRules(rules, 'B', facts({ N: '6', F: '1' })), 'another component').toEqual([]);
  });
  it('reports "ignored" only for changed values', () => {
    const rules = [rule({ severity: 'ignored', at: ['N', 'M'], when: { unset: 'X' } })];
    expect(evaluateRules(rules, 'A', facts({ N: '1', M: '1' }, ['M'])).map(({ at }) => at)).toEqual([['M']]);
    expect(evaluateRules(rules, 'A', facts({ N: '1', M: '1' }, []))).toEqual([]);
  });
});

const condition = fc.letrec<{ one: Condition }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small' },
    fc.constant<Condition>('never'),
    fc.record({ set: fc.string() }),
    fc.record({ changed: fc.string() }),
    fc.record({
      number: fc.string(),
      is: fc.constantFrom('<' as const, '>=' as const),
      than: fc.oneof(fc.double(), fc.record({ of: fc.string() })),
    }),
    fc.record({ variable: fc.string(), matches: fc.string() }),
    fc.record({ situation: fc.string(), is: fc.array(fc.string()) }),
    fc.record({ all: fc.array(tie('one'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('one'), { maxLength: 3 }) }),
  ),
})).one;
test('the evaluation never throws', () => {
  fc.assert(
    fc.property(condition, fc.string(), (one, value) => {
      expect([true, false, undefined]).toContain(
        evaluateCondition(one, { value: () => value, changed: () => value === '', situation: () => value }),
      );
    }),
  );
});

test.each([
  ['1', 1],
  ['-1.5', -1.5],
  ['.5', 0.5],
  ['1.', 1],
  ['', NaN],
  ['1e3', NaN],
  ['0x1', NaN],
  [' 1', NaN],
])('the number of %j', (text, expected) => expect(toNumber(text)).toBe(expected));
