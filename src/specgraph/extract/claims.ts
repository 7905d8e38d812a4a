import type { SpecConfig } from '../config.ts';
import type { RawClaim } from '../model/index.ts';
import { fillNumber, readNumeral } from '../text/numerals.ts';
import { requiredWords } from '../text/required-words.ts';
import type { Unplaced, Words } from './prose.ts';

/** A wording of the configuration, ready to run. */
export interface ClaimPattern {
  /** Index of the claim in the configuration. */
  claim: number;
  pattern: RegExp;
  /** Words of every such claim, in lower case: what lacks them need not be searched. */
  words: string;
  /** The wording with any word as its number: most texts are ruled out without the slower `pattern`. */
  around: RegExp;
  from: number;
}

/** Compiles the claims of the configuration. */
export function claimPatterns(config: SpecConfig): ClaimPattern[] {
  return (config.claims ?? []).map((claim, i) => {
    const { exact, rough } = fillNumber(claim.pattern);
    return {
      claim: i,
      pattern: new RegExp(exact, 'gid'),
      words: requiredWords(claim.pattern.replaceAll('{n}', '()')).toLowerCase(),
      around: new RegExp(rough, 'i'),
      from: claim.from,
    };
  });
}

/** Numbers that the unit states; whether they are true is not asked here. */
export function readClaims(
  unit: Pick<Words, 'text'>,
  patterns: readonly ClaimPattern[],
): Unplaced<RawClaim>[] {
  if (patterns.length === 0) return [];
  const lower = unit.text.toLowerCase();
  return patterns
    .filter(({ words, around }) => lower.includes(words) && around.test(unit.text))
    .flatMap(({ claim, pattern, from }) =>
      [...unit.text.matchAll(pattern)].flatMap((match) => {
        const [start, end] = match.indices?.groups?.n ?? [0, 0];
        const words = match.groups?.n ?? '';
        const value = readNumeral(words);
        return Number.isNaN(value) || value < from
          ? []
          : [{ start, end, fact: { claim, value, words, text: match[0] } }];
      }),
    );
}
