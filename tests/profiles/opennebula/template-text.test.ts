import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quote, quoteFault } from '#profiles/opennebula/template-text';

/** Reads a quoted value like OpenNebula: up to the last quote that is not after a backslash; then `\"` becomes a quote. */
function readQuoted(text: string): { value: string; rest: string } | undefined {
  const [whole] = /^"(?:[^"\\]|\\"|\\)*?(?<!\\)"/.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : { value: whole.slice(1, -1).replaceAll('\\"', '"'), rest: text.slice(whole.length) };
}

test('OpenNebula reads every value that a template can contain as it was written', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc
          .array(fc.constantFrom('"', '\\', 'a', ' ', '$', '[', ']', ',', '=', '#', '|', 'ü'), {
            maxLength: 12,
          })
          .map((all) => all.join('')),
      ),
      (value) => {
        fc.pre(quoteFault(value) === undefined);
        expect(readQuoted(`${quote(value)},\n  B = "b"`)).toEqual({ value, rest: ',\n  B = "b"' });
      },
    ),
    { numRuns: 2000 },
  );
});
test.each([
  ['a\\', true],
  ['a\\b', false],
  ['a]]>b', true],
  ['a\nb', true],
  ['a"b', false],
  ['', false],
])('a template cannot contain %j: %s', (value, faulty) =>
  expect(quoteFault(value) !== undefined).toBe(faulty),
);
