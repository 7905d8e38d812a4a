/** Regular expressions of JavaScript as trees, as far as it matters where and how often characters may stand. */
import { RegExpParser, RegExpSyntaxError, type AST } from '@eslint-community/regexpp';
import { alphabetOf, type Alphabet } from './expression-alphabet.ts';

export type ExpressionTree =
  /** One character out of a set; bit i stands for character i of the alphabet. */
  | { type: 'character'; set: bigint }
  | { type: 'sequence'; parts: ExpressionTree[] }
  | { type: 'choice'; options: ExpressionTree[] }
  /** `source` is the whole repetition as it is written: "(?:a+)*". */
  | { type: 'repetition'; body: ExpressionTree; min: number; max: number; source: string }
  /** `\b`, or `\B` where negated. */
  | { type: 'border'; isNegated: boolean }
  | { type: 'look'; body: ExpressionTree; isAhead: boolean; isNegated: boolean };

/** What stands at `^`, or a group that is repeated by a reference: its text is not known. */
const NOTHING: ExpressionTree = { type: 'sequence', parts: [] };
const EVERYTHING: ExpressionTree = { type: 'character', set: -1n };

/**
 * Reads an expression that JavaScript accepts.
 * @param flags "i", "u" and "s" matter
 * @returns undefined where the parser does not know a form that this version of JavaScript has
 */
export function readExpression(
  source: string,
  flags: string,
): { tree: ExpressionTree; alphabet: Alphabet } | undefined {
  const alphabet = alphabetOf(source, flags);
  const pattern = parsePattern(source, flags);
  if (!pattern) return undefined;

  function choice({ alternatives }: { alternatives: AST.Alternative[] }): ExpressionTree {
    const options = alternatives.map(({ elements }) => sequence(elements));
    return options.length === 1 ? options[0] : { type: 'choice', options };
  }

  function sequence(elements: readonly AST.Element[]): ExpressionTree {
    const parts = elements.map(treeOf);
    return parts.length === 1 ? parts[0] : { type: 'sequence', parts };
  }

  function treeOf(node: AST.Element): ExpressionTree {
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        return choice(node);
      case 'Quantifier': {
        const { element, min, max, raw } = node;
        return { type: 'repetition', body: treeOf(element), min, max, source: raw };
      }
      case 'Assertion':
        return assertion(node);
      case 'Backreference':
        return NOTHING;
      default:
        return { type: 'character', set: alphabet.charactersOf(node.raw) };
    }
  }

  function assertion(node: AST.Assertion): ExpressionTree {
    switch (node.kind) {
      case 'start':
        return NOTHING;
      case 'end':
        return { type: 'look', body: EVERYTHING, isAhead: true, isNegated: true };
      case 'word':
        return { type: 'border', isNegated: node.negate };
      default:
        return {
          type: 'look',
          body: choice(node),
          isAhead: node.kind === 'lookahead',
          isNegated: node.negate,
        };
    }
  }

  return { tree: choice(pattern), alphabet };
}

function parsePattern(source: string, flags: string): AST.Pattern | undefined {
  try {
    return new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  } catch (error) {
    if (error instanceof RegExpSyntaxError) return undefined;
    throw error;
  }
}
