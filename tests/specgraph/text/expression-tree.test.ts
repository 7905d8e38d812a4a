/** Expressions are read as a parser of the field reads them. */
import { RegExpParser, type AST } from '@eslint-community/regexpp';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabetOf } from '../../../src/specgraph/text/expression-alphabet.ts';
import { readExpression, type ExpressionTree } from '../../../src/specgraph/text/expression-tree.ts';

const NOTHING: ExpressionTree = { type: 'sequence', parts: [] };
const END: ExpressionTree = {
  type: 'look',
  body: { type: 'character', set: -1n },
  isAhead: true,
  isNegated: true,
};

/** The tree of the parser in the form of ours. */
function expectedTree(source: string, flags: string): ExpressionTree {
  const { charactersOf } = alphabetOf(source, flags);
  const choice = ({ alternatives }: { alternatives: AST.Alternative[] }): ExpressionTree => {
    const options = alternatives.map(({ elements }): ExpressionTree => {
      const parts = elements.map(treeOf);
      return parts.length === 1 ? parts[0] : { type: 'sequence', parts };
    });
    return options.length === 1 ? options[0] : { type: 'choice', options };
  };
  const treeOf = (node: AST.Element): ExpressionTree => {
    if (node.type === 'Group' || node.type === 'CapturingGroup') return choice(node);
    if (node.type === 'Backreference') return NOTHING;
    if (node.type === 'Quantifier') {
      const { element, min, max, raw } = node;
      return { type: 'repetition', body: treeOf(element), min, max, source: raw };
    }
    if (node.type !== 'Assertion') return { type: 'character', set: charactersOf(node.raw) };
    if (node.kind === 'word') return { type: 'border', isNegated: node.negate };
    if (node.kind === 'lookahead' || node.kind === 'lookbehind')
      return { type: 'look', body: choice(node), isAhead: node.kind === 'lookahead', isNegated: node.negate };
    return node.kind === 'start' ? NOTHING : END;
  };
  const unicode = flags.includes('u');
  return choice(new RegExpParser().parsePattern(source, 0, source.length, { unicode }));
}

const ATOMS = [
  ...['a', '-', 'é', '.', '^', '$', ' ', '(a)\\1', '[a-z]', '[^b]', '[\\]x]', '[|(]'],
  ...[
    '\\w',
    '\\D',
    '\\s',
    '\\b',
    '\\B',
    '\\.',
    '\\(',
    '\\|',
    '\\x41',
    '\\u0041',
    '\\u{61}',
    '\\p{L}',
    '\\cM',
  ],
];
const QUANTIFIERS = ['', '+', '*', '?', '{2}', '{2,}', '{1,20}', '*?', '{2}?'];
const GROUPS = ['(', '(?:', '(?=', '(?!', '(?<=', '(?<!', '(?i:'];

const { expression } = fc.letrec<{ expression: string; part: string }>((tie) => ({
  expression: fc
    .array(fc.array(tie('part'), { maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((options) => options.map((parts) => parts.join('')).join('|')),
  part: fc
    .tuple(
      fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...ATOMS),
        fc.tuple(fc.constantFrom(...GROUPS), tie('expression')).map(([open, body]) => `${open}${body})`),
      ),
      fc.constantFrom(...QUANTIFIERS),
    )
    .map(([atom, quantifier]) => atom + quantifier),
}));

test('has the parts of the expression, in their order', () => {
  let read = 0;
  fc.assert(
    fc.property(expression, fc.constantFrom('u', '', 'iu', 's'), (source, flags) => {
      if (!isExpression(source, flags)) return;
      read++;
      expect(readExpression(source, flags).tree).toEqual(expectedTree(source, flags));
    }),
    { seed: 20_261_129, numRuns: 4000 },
  );
  expect(read).toBeGreaterThan(500);
});

function isExpression(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
