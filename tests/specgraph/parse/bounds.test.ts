/** The budgets of the parser: characters beyond them are hidden, and nothing else changes. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { boundText } from '../../../src/specgraph/parse/bounds.ts';
import { parseMarkdown } from '../../../src/specgraph/parse/markdown.ts';
import { walk } from '../../../src/specgraph/parse/tree.ts';

const MAX_DEPTH = 100;
const DEEP = `nested deeper than ${MAX_DEPTH} levels`;

function textOf(root: Nodes): string {
  let text = '';
  walk(root, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') text += node.value;
  });
  return text;
}

const cutsIn = (text: string): string[] =>
  parseMarkdown(text).cuts.map(({ line, message }) => `${line} ${message}`);

describe('a text within the bounds', () => {
  test('is parsed as it is', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '> ',
            '- ',
            '1. ',
            '*',
            '_',
            '&amp;',
            'a',
            'é',
            ' ',
            '\n',
            '[x](y)',
            '`',
            '\x01',
            'www.a.b',
          ),
          maxLength: 200,
        }),
        (text) => {
          expect(boundText(text)).toBeUndefined();
          expect(parseMarkdown(text).root).toEqual(markdownToMdast(text, {}));
        },
      ),
    );
  });

  test(`may open ${MAX_DEPTH} levels`, () => {
    expect(cutsIn(`${'> '.repeat(MAX_DEPTH)}x\n`)).toEqual([]);
    let depth = 0;
    walk(
      parseMarkdown(`${'> '.repeat(MAX_DEPTH)}x\n`).root,
      (node) => void (depth += Number(node.type === 'blockquote')),
    );
    expect(depth).toBe(MAX_DEPTH);
  });
});

describe('characters beyond a budget', () => {
  const many = 20_000;

  test.each([
    ['quotes', `a\n\n${'>'.repeat(200)} x\n`, 3, DEEP],
    ['lists', `${'- '.repeat(200)}x\n`, 1, DEEP],
    ['numbers', `${'1) '.repeat(200)}x\n`, 1, DEEP],
    ['references', `${'a &amp; '.repeat(many)}\n`, 1, 'so many character references'],
    ['emphasis', `# A\n\n${'*a '.repeat(many)}\n`, 3, 'so many signs of emphasis'],
    ['addresses', `${'www.a.b '.repeat(2 * many)}\n`, 1, 'so many addresses'],
    ['letters outside ASCII among many nodes of one line', `${'[é](x) '.repeat(many)}\n`, 1, 'outside ASCII'],
  ])('%s: the rest is text, which is told', (_name, text, line, words) => {
    expect(cutsIn(text)).toEqual([expect.stringMatching(new RegExp(`^${line} .*${words}`))]);
  });

  test('are put back: no character is lost, and every position stays the same', () => {
    const text = `${'&amp; *a b_c '.repeat(many)}\n\n# End\n`;
    const { root } = parseMarkdown(text);
    expect(textOf(root).slice(-'*a b_cEnd'.length)).toBe('*a b_cEnd');
    expect(textOf(root)).not.toMatch(/[\x01-\x08\x0E-\x1F]/);
    expect(root.children.at(-1)!.position!.start.offset).toBe(text.indexOf('# End'));
  });

  test('are hidden without a message where they are underscores within words', () => {
    const text = `${'a_b '.repeat(many)}[x](y)\n`;
    expect(boundText(text)).toBeDefined();
    expect(cutsIn(text)).toEqual([]);
    expect(textOf(parseMarkdown(text).root)).toBe(`${'a_b '.repeat(many)}x`);
  });

  test('are counted for each item, row and paragraph separately', () => {
    for (const text of [
      '*a*\n\n'.repeat(many),
      '* *a*\n'.repeat(many),
      `| a |\n|---|\n${'| **a** |\n'.repeat(many)}`,
    ])
      expect(cutsIn(text)).toEqual([]);
    let marked = 0;
    walk(
      parseMarkdown('* *a*\n'.repeat(many)).root,
      (node) => void (marked += Number(node.type === 'emphasis')),
    );
    expect(marked).toBe(many);
  });

  test('are lost where the text contains every control character, but the text is still read', () => {
    const controls = Array.from({ length: 31 }, (_, i) => String.fromCharCode(i + 1))
      .filter((letter) => !/\s/.test(letter))
      .join('');
    const { root } = parseMarkdown(`${controls}\n\n${'>'.repeat(200)}y\n`);
    expect(textOf(root)).toBe(`${controls}${'x'.repeat(100)}y`);
  });
});
