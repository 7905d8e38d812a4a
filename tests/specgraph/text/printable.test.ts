import { expect, test } from 'vitest';
import { toPrintable } from '#specgraph/text/printable';

test('replaces characters that control a terminal or change the direction of text', () => {
  expect(toPrintable('a\u001B[2Jb\r\nc\u009Bd\u202Ee\tf')).toBe('a\uFFFD[2Jb\uFFFD\uFFFDc\uFFFDd\uFFFDe\tf');
});
