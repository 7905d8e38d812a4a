/** Reads bounds that are multiples of something: "at least 2 x the round duration", "no more than twice the interval". */
import type { StatedMultiple } from '../model/index.ts';
import type { FlatUnit } from './prose.ts';

const LOWER = String.raw`at least|at the least|no less than|not less than|(?:the )?minimum(?: of| is|:)?|>=|≥`;
const UPPER = String.raw`at most|no more than|not more than|(?:the )?maximum(?: of| is|:)?|up to|<=|≤`;
const FACTOR = String.raw`(?<number>\d+(?:\.\d+)?) ?(?:x|×|times)|(?<word>once|twice|three times|half)`;
/** Up to three words behind an article: "the usual round duration". */
const THING = String.raw`(?:the|an?|its|that|this) (?<thing>[a-z-]+(?: [a-z-]+){0,2})`;
const MULTIPLE = new RegExp(
  String.raw`(?<![\w-])(?:(?<lower>${LOWER})|(?<upper>${UPPER})) (?:(?:${FACTOR}) )?${THING}`,
  'gi',
);
const FACTORS: Readonly<Record<string, number>> = { half: 0.5, once: 1, twice: 2, 'three times': 3 };
/** Words that end the name of the thing. */
const END =
  /\s(?:of|in|on|for|so|and|or|that|which|when|where|before|after|to|is|are|as|by|with|from|at)\b.*$/i;

export function readMultiples(
  units: readonly FlatUnit[],
  headings: ReadonlyMap<string, string>,
): StatedMultiple[] {
  return units.flatMap((unit) => {
    if (!/least|most|minimum|maximum|less|more|up to|[<>≤≥]/i.test(unit.text)) return [];
    const sentences = unit.kind === 'row' ? [{ start: 0, text: unit.text }] : unit.sentences;
    return sentences.flatMap(({ start, text }) =>
      [...text.matchAll(MULTIPLE)].map((match): StatedMultiple => {
        const { lower, number, word, thing } = match.groups!;
        const at = start + match.index;
        return {
          isLower: lower !== undefined,
          factor: number === undefined ? (FACTORS[word?.toLowerCase() ?? 'once'] ?? 1) : Number(number),
          isWritten: number !== undefined || word !== undefined,
          thing: thing.toLowerCase().replace(END, ''),
          words: subjects(`${headings.get(unit.section ?? '') ?? ''} ${text.slice(0, match.index)}`),
          text: match[0].replace(END, ''),
          range: unit.place(at, at + match[0].replace(END, '').length),
        };
      }),
    );
  });
}

/** What a sentence is about: its longer words in lower case, without the ending of their plural. */
function subjects(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]{5,}/g) ?? [];
  return [...new Set(words.map((word) => word.replace(/s$/, '')))];
}
