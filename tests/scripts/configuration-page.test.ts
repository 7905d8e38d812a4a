/** The page of the configuration is that of the schema. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { configurationPage } from '../../scripts/configuration/page.ts';
import { readOptions } from '../../scripts/configuration/read-options.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const options = readOptions(path.join(ROOT, 'src/specgraph'));
const option = (key: string) => options.find((one) => one.key === key);

test('the page is up to date (npm run configuration-page)', () => {
  expect(readFileSync(path.join(ROOT, 'src/pages/guide/configuration.mdx'), 'utf8')).toBe(
    configurationPage(options),
  );
});

test('options of all depths are read with their value, default and comment', () => {
  expect(option('claims[].from')).toMatchObject({ value: 'number', default: '0', isRequired: false });
  expect(option('site.links[].label')).toMatchObject({ value: 'text', isRequired: true });
  expect(option('kinds.*.defined.headings')?.about).toContain('Headings');
  expect(option('variables.facets.*.places[].component')).toBeDefined();
});

test('each option of the first level says what it is for', () => {
  expect(options.filter(({ key, about }) => /^\w+$/.test(key) && about === '').map(({ key }) => key)).toEqual(
    [],
  );
});
