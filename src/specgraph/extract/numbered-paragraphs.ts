/** Numbers of paragraphs in documents whose headings have none: "**2.1. Licence.** …", "4) **Restrictions**", "3.1.2. Term. …". */
import type { NumberedParagraph } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import type { Parts } from '../parse/markdown.ts';
import type { FlatUnit } from './prose.ts';
import { sectionFinder, type Outline } from './sections.ts';

/** The bold words at the head of a paragraph. */
const BOLD = /^(?:Section\s+)?(?<number>\d+(?:\.\d+)*)(?:[.):]|\s*[-–—])?(?:\s+\P{N}|$)/u;
/** Without bold words, only a number with parts is one of a paragraph. */
const PLAIN = /^(?<number>\d+(?:\.\d+)+)[.)]\s+\p{Lu}/u;
/** Fewer numbers may stand at the head of paragraphs by chance. */
const MIN_NUMBERS = 2;

/**
 * @param htmlNumbers of the headings in HTML
 * @returns only those for a document that numbers its other headings
 */
export function readNumberedParagraphs(
  parts: Parts,
  units: readonly FlatUnit[],
  { sections, htmlNumbers }: Pick<Outline, 'sections' | 'htmlNumbers'>,
  index: LineIndex,
): NumberedParagraph[] | undefined {
  const hasNumbers = sections.some(({ number }) => number !== undefined && /^\d/.test(number));
  const paragraphs = hasNumbers ? [] : [...numbersOfUnits(units), ...numbersOfItems(parts, index)];
  const found: Found[] = [...(paragraphs.length < MIN_NUMBERS ? [] : paragraphs), ...htmlNumbers].toSorted(
    (a, b) => a.line - b.line,
  );
  if (found.length === 0) return undefined;
  const sectionAt = sectionFinder(sections);
  return found.map(({ number, line, isItem }) => ({
    number,
    section: sectionAt(line)?.slug,
    ...(isItem && { isItem }),
  }));
}

/** The bold words at the head of a step, and the mark behind them: "**Step 1**: …", "**DONE Step 1**: …". */
const BOLD_STEP = /^(?:\p{Lu}[\p{Lu} ]{2,20}\s)?(?:Step|STEP)\s+(?<number>\d+[a-z]?)\s*(?:$|[.:–—-])/u;
const MARK_BEHIND = /^\s*[.:–—-]/;

/** @returns the steps that are no headings: "**Step 1**: …", "- **Step 2: Start.** …" */
export function readStepParagraphs(
  units: readonly FlatUnit[],
  { sections }: Pick<Outline, 'sections'>,
): NumberedParagraph[] | undefined {
  const sectionAt = sectionFinder(sections);
  const found = units.flatMap((unit): NumberedParagraph[] => {
    const bold = unit.emphases?.find(({ start, isStrong }) => isStrong && start === 0);
    const words = bold && unit.text.slice(0, bold.end);
    const match = words && BOLD_STEP.exec(words);
    if (!match || (match[0].length === words.length && !MARK_BEHIND.test(unit.text.slice(bold.end))))
      return [];
    return [{ number: match.groups!.number, section: sectionAt(unit.place(0, 1).line)?.slug }];
  });
  return found.length < MIN_NUMBERS ? undefined : found;
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
