/**
 * Fixes of links in generated trees with odd names: a fixed link is the same link with the right destination, its finding is
 * gone, no finding has come, and all other bytes are as before.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGraph, NO_CONFIG, readGraph, type Finding, type GraphView } from '#specgraph';
import { applyFixes } from '#specgraph/fix';

type Texts = Record<string, string>;

function viewOf(texts: Texts): GraphView {
  const paths = Object.keys(texts);
  return readGraph(
    {
      root: 'g',
      repositoryRoot: 'g',
      files: paths.map((path) => ({ path, text: texts[path] })),
      others: [],
      problems: [],
      tree: {
        kind: (path) =>
          paths.includes(path)
            ? 'file'
            : paths.some((p) => p.startsWith(`${path}/`))
              ? 'directory'
              : undefined,
        otherCases: (path) => paths.filter((p) => p !== path && p.toLowerCase() === path.toLowerCase()),
      },
    },
    NO_CONFIG,
  );
}

const findingsOf = (texts: Texts): Finding[] =>
  checkGraph(viewOf(texts)).findings.filter(({ rule }) => rule !== 'orphan-document');

const ODD = [
  'a',
  'Bc',
  ' ',
  '#',
  '%',
  '%20',
  '(',
  ')',
  '"',
  "'",
  '&',
  '&amp;',
  '[',
  ']',
  '|',
  '`',
  '*',
  '_',
  '$',
  'é',
  '文',
  '😀',
  '\\',
  '<',
  '>',
  '?',
  ';',
  ',',
  '{{',
  '~',
  '!',
  '+',
  ':',
];
const word = fc
  .array(fc.constantFrom(...ODD), { minLength: 1, maxLength: 5 })
  .map((parts) => `q${parts.join('')}q`);
const encoded = (path: string): string =>
  encodeURIComponent(path)
    .replace(/%2F/g, '/')
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** Ways to write a link around its destination. */
const FORMS: readonly (() => [before: string, after: string])[] = [
  () => ['See [the *words*](', ' "title") and more.'],
  () => ['> - a [x](<', '>)'],
  () => ['| a | b |\n|---|---|\n| [x](', ') | `c` |'],
  () => ['[x][l] and ![y][l]\n\n[l]: ', " 'title'"],
  () => ['<a class="y" href="', '">x</a>'],
  () => ["<p><img alt='a > b' src='", "'></p>"],
];

const form = fc.constantFrom(...FORMS);

function fixOnce(texts: Texts): { texts: Texts; applied: Finding[] } {
  const { texts: changed, applied } = applyFixes(new Map(Object.entries(texts)), findingsOf(texts));
  return { texts: { ...texts, ...Object.fromEntries(changed) }, applied };
}

/** Applies all fixes and holds the outcome to what is promised. */
function expectRightFix(
  text: [before: string, url: string, after: string],
  others: Texts,
  target: string,
): void {
  const [before, url, after] = text;
  const texts = { 'g/a.md': `# A\n\n${before}${url}${after}\n`, ...others };
  const found = findingsOf(texts);
  const { texts: fixed, applied } = fixOnce(texts);
  expect(applied).toHaveLength(1);
  expect(fixed['g/a.md'].startsWith(`# A\n\n${before}`)).toBe(true);
  expect(fixed['g/a.md'].endsWith(`${after}\n`)).toBe(true);
  expect(findingsOf(fixed)).toHaveLength(found.length - 1);
  const [edge] = viewOf(fixed).edges.filter((e) => e.kind === 'refers' && e.range?.file === 'g/a.md');
  const targetId = viewOf(fixed).documents.find((facts) => facts.path === target)!.id;
  expect(edge?.target).toBe(targetId);
  for (const [path, other] of Object.entries(others)) expect(fixed[path]).toBe(other);
}

describe('fixes of links are right', () => {
  test('a file that was moved to an odd folder', () => {
    fc.assert(
      fc.property(word, word, form, (oddFolder, name, write) => {
        // A number in a folder's name stands for a version.
        const folder = oddFolder.replace(/\d+/g, '');
        const [before, after] = write();
        const url = `gone/${encoded(name)}.md`;
        expectRightFix(
          [before, url, after],
          { [`g/${folder}/${name}.md`]: '# T\n' },
          `g/${folder}/${name}.md`,
        );
      }),
      { numRuns: 150 },
    );
  });

  test('an unusual file name whose letters differ in case', () => {
    fc.assert(
      fc.property(word, form, (name, write) => {
        const [before, after] = write();
        const url = `${encoded(name.toUpperCase())}.md?x=1#top`;
        expectRightFix([before, url, after], { [`g/${name}.md`]: '# T\n' }, `g/${name}.md`);
      }),
      { numRuns: 150 },
    );
  });

  test('a name with spaces', () => {
    const plain = fc.array(fc.constantFrom('a', 'B', '1', 'é', '#', '&', ','), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(plain, plain, (one, two) => {
        const name = `q${one.join('')} ${two.join('')}`.replaceAll('#', 's');
        expectRightFix(['See [x](', `${name}.md`, ') now.'], { [`g/${name}.md`]: '# T\n' }, `g/${name}.md`);
      }),
      { numRuns: 60 },
    );
  });

  test('a link with two possible targets, to another version or language, or without such a heading is not fixed', () => {
    fc.assert(
      fc.property(
        word,
        form,
        fc.constantFrom('two', 'version', 'language', 'twins', 'heading'),
        (name, write, kind) => {
          const [before, after] = write();
          const others: Record<string, Texts> = {
            two: { [`g/x/${name}.md`]: '# T\n', [`g/y/${name}.md`]: '# T\n' },
            version: { [`g/v2/${name}.md`]: '# T\n' },
            language: { [`g/docs/pt/${name}.md`]: '# T\n' },
            twins: { [`g/x/${name}.md`]: '# T\n', [`g/x/${name.toUpperCase()}.md`]: '# T\n' },
            heading: { [`g/x/${name}.md`]: '# T\n' },
          };
          const folders: Record<string, string> = { version: 'v1', language: 'docs/de', twins: 'x' };
          const folder = folders[kind] ?? 'gone';
          // Neither of two files whose names differ in letter case only is meant by a third spelling.
          const written = kind === 'twins' ? name.replace('q', 'Q') : name;
          const url = `${folder}/${encoded(written)}.md${kind === 'heading' ? '#part' : ''}`;
          const texts = { 'g/a.md': `# A\n\n${before}${url}${after}\n`, ...others[kind] };
          expect(fixOnce(texts).applied).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
