import { expect, test } from 'vitest';
import { entryPage } from '../../src/integration/several-sets.ts';

test('the common page leads to the first specification and lists all, with their names as text', () => {
  const page = entryPage([
    { name: 'A & <B>', href: '/docs/a/' },
    { name: 'C', href: '/docs/c/' },
  ]);
  expect(page).toContain('content="0; url=/docs/a/"');
  expect(page).toContain('<a href="/docs/a/">A &#38; &#60;B&#62;</a>');
  expect(page).toContain('<a href="/docs/c/">C</a>');
});
