/** Reads which of two numbered steps prose puts first: "Step 5 runs before Step 6", "after the start (Step 8) and before Step 10". */
import type { StatedStepOrder } from '../model/index.ts';
import type { FlatUnit } from './prose.ts';

const numbered = (name: string): string =>
  String.raw`(?<${name}Word>[Ss]tep|[Pp]hase|[Ss]tage) (?<${name}>\d{1,3}[a-z]?)(?![\w-]|\.\d)`;
/** Words without another number of a step, up to the end of the clause. */
const GAP = String.raw`(?:(?!\b[Ss]teps? \d|\b[Pp]hases? \d|\b[Ss]tages? \d|\b(?:before|after)\b)[^.;:|]){0,60}?`;
const BETWEEN = new RegExp(
  String.raw`\b(?<side>[Bb]efore|[Aa]fter) ${GAP}${numbered('one')}\)?,? (?:and|but) (?<other>before|after) ${GAP}${numbered('two')}`,
  'g',
);
const VERB =
  '(?:runs|comes|happens|stands|starts|begins|ends|is (?:run|done|executed|performed|carried out)|takes place|goes|must (?:run|come|be done|happen)|MUST (?:run|come|be done|happen)|SHALL (?:run|come|be done|happen))';
const DIRECT = new RegExp(
  String.raw`${numbered('one')}(?: \([^()]*\))? ${VERB}(?: [a-z]+){0,2}? (?<side>before|after) ${GAP}${numbered('two')}`,
  'g',
);
/** The sentence excludes an order, or makes it depend on something. */
const IS_COMPARED =
  /\b(?:not|never|cannot|instead|rather|unlike|unless|if|would|could|formerly|previously|again)\b/i;
/** A number may be that of another document. */
const NAMES_DOCUMENT = /\w\/\w|\.md\b/;
const OF_OTHER = /^\)?,? (?:of|in) (?!this\b|the same\b)/;

export function readStepOrders(units: readonly FlatUnit[]): StatedStepOrder[] {
  return units.flatMap(({ kind, text, sentences, place }) => {
    if (!/\b(?:step|phase|stage) \d/i.test(text) || !/\b(?:before|after)\b/i.test(text)) return [];
    const parts = kind === 'row' ? [{ start: 0, text }] : sentences;
    return parts.flatMap((sentence) => {
      if (IS_COMPARED.test(sentence.text)) return [];
      return [...sentence.text.matchAll(BETWEEN), ...sentence.text.matchAll(DIRECT)].flatMap(
        (match): StatedStepOrder[] => {
          const order = orderOf(match.groups!);
          const after = sentence.text.slice(match.index + match[0].length);
          if (!order || NAMES_DOCUMENT.test(match[0]) || OF_OTHER.test(after)) return [];
          const start = sentence.start + match.index;
          return [{ ...order, text: match[0], range: place(start, start + match[0].length) }];
        },
      );
    });
  });
}

function orderOf({
  oneWord,
  one,
  twoWord,
  two,
  side,
  other,
}: Record<string, string | undefined>): Pick<StatedStepOrder, 'series' | 'first' | 'last'> | undefined {
  const series = oneWord!.toLowerCase();
  const isBefore = side!.toLowerCase() === 'before';
  // "after A and after B" says nothing of A and B.
  if (series !== twoWord!.toLowerCase() || (other !== undefined && isBefore === (other === 'before')))
    return undefined;
  // What stands before A and after B lies between B and A; "A runs before B" puts A first.
  const isFirst = other === undefined ? isBefore : !isBefore;
  return isFirst ? { series, first: one!, last: two! } : { series, first: two!, last: one! };
}
