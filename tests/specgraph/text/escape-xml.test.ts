import { expect, test } from 'vitest';
import { escapeXml } from '#specgraph/text/escape-xml';

test('escapes what XML reads, and replaces what it does not allow', () => {
  expect(escapeXml('<a b="1"> & c')).toBe('&lt;a b=&quot;1&quot;&gt; &amp; c');
  expect(escapeXml('a\u0007b\u001B[31m\uFFFE \uD800x \u{1F600}\t\n')).toBe(
    'a\uFFFDb\uFFFD[31m\uFFFD \uFFFDx \u{1F600}\t\n',
  );
});
