import { expect, test } from 'vitest';
import { pointerPlaces } from '#specgraph';

/** What stands at the places that name Section 4 of document 03. */
function places(source: string, document = '03', section = '4'): string[] {
  return pointerPlaces({ file: 'x', document, section }, source).map(
    ({ line, column, endColumn }) => `${line}:${column}-${endColumn}`,
  );
}

test.each([
  ["{ document: '03', section: '4' }", ['1:29-30']],
  ["{ section: '4', document: '03' }", ['1:13-14']],
  ['{ "document": "03", "section": "4" }', ['1:33-34']],
  ["const REFERENCE = '03';\nx = { document: REFERENCE, section: '4' };", ['2:38-39']],
  ["{\n  document: '03',\n  section: '4',\n}", ['3:13-14']],
  ["{ document: '03', sections: ['3', '4'] }", ['1:36-37']],
  ['document: "03"\nsection: 4\n', ['2:10-11']],
  ["party('SuperLink', '03', '4')", ['1:27-28']],
  ["{ document: '02', section: '4' }", []],
  ["{ document: '03', section: '40' }", []],
  ["[['03', '4']]", []],
])('%s', (source, expected) => {
  expect(places(source)).toEqual(expected);
});

test('contracts name documents by path, and sections of both ends of a link', () => {
  const source = [
    "- { from: spec/03-a.md, section: '4', to: spec/14-b.md, to_sections: ['4', '5'] }",
    "- { path: spec/03-a.md, section: '4', pattern: 'x' }",
  ].join('\n');
  expect(places(source, 'spec/03-a.md')).toEqual(['1:35-36', '2:35-36']);
  expect(places(source, 'spec/14-b.md')).toEqual(['1:72-73']);
});
