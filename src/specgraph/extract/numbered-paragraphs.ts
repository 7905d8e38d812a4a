/** Numbers of paragraphs in documents whose headings have none: "**2.1. Licence.** …", "4) **Restrictions**", "3.1.2. Term. …". */
import type { NumberedParagraph, SectionFacts } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import type { Parts } from '../parse/markdown.ts';
import type { FlatUnit } from './prose.ts';
import { sectionFinder } from './sections.ts';

/** The bold words at the head of a paragraph. */
const BOLD = /^(?:Section\s+)?(?<number>\d+(?:\.\d+)*)(?:[.):]|\s*[-–—])?(?:\s+\P{N}|$)/u;
/** Without bold words, only a number with parts is one of a paragraph. */
const PLAIN = /^(?<number>\d+(?:\.\d+)+)[.)]\s+\p{Lu}/u;
/** Fewer numbers may stand at the head of paragraphs by chance. */
const MIN_NUMBERS = 2;

/** @returns nothing for a document that numbers its headings */
export function readNumberedParagraphs(
  parts: Parts,
  units: readonly FlatUnit[],
  sections: SectionFacts[],
  index: LineIndex,
): NumberedParagraph[] | undefined {
  if (sections.some(({ number }) => number !== undefined && /^\d/.test(number))) return undefined;
  const found = [...numbersOfUnits(units), ...numbersOfItems(parts, index)].toSorted(
    (a, b) => a.line - b.line,
  );
  if (found.length < MIN_NUMBERS) return undefined;
  const sectionAt = sectionFinder(sections);
  return found.map(({ number, line, isItem }) => ({
    number,
    section: sectionAt(line)?.slug,
    ...(isItem && { isItem }),
  }));
}

interface Found {
  number: string;
  line: number;
  isItem?: true;
}

function numbersOfUnits(units: readonly FlatUnit[]): Found[] {
  return units.flatMap((unit) => {
    if (unit.kind !== 'paragraph' || !/^(?:Section\s+)?\d/.test(unit.text)) return [];
    const first = unit.emphases?.find(({ start, isStrong }) => isStrong && start === 0);
    const match = first ? BOLD.exec(unit.text.slice(0, first.end)) : PLAIN.exec(unit.text);
    return match ? [{ number: match.groups!.number, line: unit.place(0, 1).line }] : [];
  });
}

/** The items of ordered lists that begin with bold words, those within other items left out. */
function numbersOfItems({ lists }: Parts, index: LineIndex): Found[] {
  return lists.flatMap((list) => {
    if (!list.ordered || list.position!.start.column !== 1) return [];
    return list.children.flatMap((item, i): Found[] => {
      const [head] = item.children;
      if (head?.type !== 'paragraph' || head.children[0]?.type !== 'strong') return [];
      const line = index.lineAt(item.position!.start.offset!);
      return [{ number: String((list.start ?? 1) + i), line, isItem: true }];
    });
  });
}
