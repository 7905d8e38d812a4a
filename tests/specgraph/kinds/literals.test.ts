/** Kinds are data: no module of the engine outside kinds/ decides by the name of a kind, and none knows a profile. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BUILT_IN_KINDS } from '#specgraph';

const cwd = path.resolve(import.meta.dirname, '../../..');
const NAMES = BUILT_IN_KINDS.flatMap(({ id, series }) => [id, ...series.map((one) => one.series)]);
const LITERAL = new RegExp(`'(?:${[...new Set(NAMES)].join('|')})'`);

/** Lines with such a word that name no kind, or that make the nodes of a kind; with the reason. */
const EXCEPTIONS: readonly [file: RegExp, line: RegExp, reason: string][] = [
  [/^src\/specgraph\/model\/graph\.ts$/, /^ {2}kind: '\w+';$/, 'the types of the nodes'],
  [/^src\/specgraph\/build\/nodes\.ts$/, /^ +kind: '\w+'(?: as const)?,$/, 'the nodes are made here'],
  [/./, /\b(?:Omit|Pick|Exclude)<|DocumentFacts\['part'\]|PlacedSection\['section'\]/, 'names of properties'],
  [
    /./,
    /\b(?:form|form\.from|via|reach)\??(?::| [!=]==) (?:\S+ [|?] )*'|\bform: 'table'/,
    'where words stand',
  ],
  [/./, /\bowner\.kind === 'document'|\bkind: 'document'(?:, name|;$)/, 'who owns a number: a document'],
  [/\/brackets\//, /'footnote'/, 'a form of brackets'],
  [/fences\.ts$/, /return 'document'/, 'how far a fence reaches'],
  [/parse\/markdown\.ts$|kind-without-definitions\.ts$/, /case 'table'/, 'a node of the syntax tree, a form'],
  [
    /form\/(?:announced|header)-counts\.ts$|model\/form\.ts$/,
    /\bbelow\b.*'table'|\btype [!=]== 'table'/,
    'a node of the syntax tree',
  ],
  [/undefined-link-reference\.ts$/, /form === 'footnote'/, 'a form of brackets'],
  [/structure-edges\.ts$/, /via: .*'table'/, 'where words stand'],
  [/survey\.ts$/, /\bdefined: .*'table'/, 'how things are defined'],
  [/document-index\.ts$/, /const nouns = /, 'words for a file, in titles'],
  [/diff-variables\.ts$/, /^ +\['(?:section|phase)', d\./, 'names of fields in the JSON of `diff`'],
  [/registers\/columns\.ts$/, /OWNED_BY_DOCUMENTS/, 'fields of the header of a document'],
  [/pointer-places\.ts$/, /key === 'section'/, 'a key of the configuration'],
  [/query\/target\.ts$/, /wanted === 'appendix'|startsWith\('appendix'\)/, 'what users type'],
];

function linesWith(
  pattern: RegExp,
  files: readonly string[],
): { file: string; place: string; text: string }[] {
  return files.flatMap((file) =>
    readFileSync(path.join(cwd, file), 'utf8')
      .split('\n')
      .flatMap((text, i) =>
        pattern.test(text) ? [{ file, place: `${file}:${i + 1} ${text.trim()}`, text }] : [],
      ),
  );
}

const engine = globSync('src/specgraph/**/*.ts', { cwd }).filter(
  (file) => !file.includes('/kinds/') || file.includes('/extract/'),
);

test('the engine names no kind outside kinds/', () => {
  const found = linesWith(LITERAL, engine).filter(
    ({ file, text }) => !EXCEPTIONS.some(([where, line]) => where.test(file) && line.test(text)),
  );
  expect(found.map(({ place }) => place)).toEqual([]);
});

test('every exception is needed', () => {
  const found = linesWith(LITERAL, engine);
  const unused = EXCEPTIONS.filter(
    ([where, line]) => !found.some(({ file, text }) => where.test(file) && line.test(text)),
  );
  expect(unused.map(([, line, reason]) => `${line.source}: ${reason}`)).toEqual([]);
});

test('the engine knows no profile', () => {
  const files = globSync('src/specgraph/**/*.{ts,md}', { cwd });
  const words = /appliance|user.?input|flower|open.?nebula|one.?gate|super(?:link|node)/i;
  expect(linesWith(words, files).map(({ place }) => place)).toEqual([]);
});
