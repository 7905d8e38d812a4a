import { expect, test } from 'vitest';
import { isSameValue } from '#specgraph/text/values';

test.each([
  ['300 s', '5 min'],
  ['300', '300 s'],
  ['300000', '300 s'],
  ['"YES"', 'YES'],
  ['yes', 'true'],
  ['none', '(none)'],
  ['1,000', '1000'],
  ['1_000', '1000'],
  ['`fast`', 'Fast'],
  ['2 hours', '120 minutes'],
  ['1 GiB', '1024 MiB'],
  ['0.50', '0.5'],
  ['20 %', '20%'],
])('%s is the same as %s', (one, other) => {
  expect(isSameValue(one, other)).toBe(true);
  expect(isSameValue(other, one)).toBe(true);
});

test.each([
  ['300 s', '300 min'],
  ['300', '310'],
  ['YES', 'NO'],
  ['fast', 'slow'],
  ['9092', '9902'],
  ['1 GB', '1 s'],
  ['20 s', '21'],
])('%s is not the same as %s', (one, other) => {
  expect(isSameValue(one, other)).toBe(false);
  expect(isSameValue(other, one)).toBe(false);
});
