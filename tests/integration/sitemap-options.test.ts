import { expect, test } from 'vitest';
import { sitemapOptions } from '../../src/integration/sitemap-options.ts';

const { filter, serialize } = sitemapOptions('/', 'nowhere');

test('leaves out the print page', () => {
  expect(filter!('https://spec.example.org/print/')).toBe(false);
  expect(filter!('https://spec.example.org/guide/')).toBe(true);
});

test('gives no day of the last change without a history', () => {
  const item = { url: 'https://spec.example.org/spec/14/', links: [] };
  expect(serialize!(item as never)).toEqual(item);
});
