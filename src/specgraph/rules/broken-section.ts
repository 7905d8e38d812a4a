import { nameOfNumber, PLAIN_SERIES } from '../kinds/numbered.ts';
import type { DocumentFacts, GraphEdge, Problem } from '../model/index.ts';
import { itemsOf } from '../resolve/items.ts';
import { numbersInTitles } from '../resolve/numbers-in-titles.ts';
import { oncePer } from '../resolve/once.ts';
import { extent, placeOf } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const brokenSection: Rule = {
  id: 'broken-section',
  group: 'sections',
  severity: 'error',
  summary: 'A section that prose names by number exists in the document that owns the number',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges)
      if (edge.why === 'missing-section') yield { ...describe(edge, graph), about: edge.target };
  },
};

function describe(edge: GraphEdge, graph: GraphView): Problem {
  const owner = graph.document(edge.owner!)!;
  const { series = PLAIN_SERIES, number, title } = edge.names ?? {};
  if (number === undefined) return missingTitle(edge, title ?? '', owner);
  if (edge.names?.item !== undefined) return missingItem(edge, number, edge.names.item, owner);
  const labelled = labelsOf(owner).get(series);
  if (labelled) return missingLabel(edge, capitalised(series), number, labelled, owner);
  const siblings = siblingsOf(number, owner);
  const nearest = siblings.numbers.at(-1);
  return {
    at: placeOf(edge),
    message: `${nameOfNumber(number)} does not exist: ${siblings.of} ${siblings.numbers.length > 1 ? 'runs' : 'has'} ${extentOf(siblings)}.`,
    suggestion: nearest && siblings.inner ? nameOfNumber(nearest) : undefined,
  };
}

/** The numbers of the headings with a word ("Section 3: Rules"), by the word's series. */
const labelsOf = oncePer((owner: DocumentFacts): ReadonlyMap<string, readonly string[]> => {
  const labels = owner.sections.flatMap(({ label }) => label ?? []);
  const bySeries = Map.groupBy(labels, ({ series }) => series);
  return new Map([
    ...[...bySeries].map(([series, own]) => [series, own.map(({ number }) => number)] as const),
    ...numbersInTitles(owner).map(({ name, sections }) => [name, [...sections.keys()]] as const),
  ]);
});

function missingItem(edge: GraphEdge, number: string, item: string, owner: DocumentFacts): Problem {
  const section = owner.sections.find((candidate) => candidate.number === number)!;
  const { highest, letters } = itemsOf(section, owner);
  const last = /^\d/.test(item) ? highest : [...letters].toSorted().at(-1);
  return {
    at: placeOf(edge),
    message: `Section ${number} has no item ${item}: its items in ${owner.path} end at ${last}.`,
  };
}

function missingTitle(edge: GraphEdge, title: string, owner: DocumentFacts): Problem {
  return {
    at: placeOf(edge),
    message: `The section "${title}" does not exist: no heading of ${owner.path} has these words.`,
    suggestion: edge.nearest,
  };
}

function missingLabel(
  edge: GraphEdge,
  word: string,
  number: string,
  labels: readonly string[],
  owner: DocumentFacts,
): Problem {
  const isDigit = /^\d/.test(number);
  const alike = labels.filter((label) => /^\d/.test(label) === isDigit);
  const own = extent(alike.length > 0 ? alike : labels);
  return {
    at: placeOf(edge),
    message: `${word} ${number} does not exist: ${owner.path} has ${word} ${own}.`,
  };
}

function capitalised(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}

interface Siblings {
  of: string;
  numbers: string[];
  /** Whether the parent of the missing number exists. */
  inner: boolean;
}

function extentOf({ numbers }: Siblings): string {
  if (numbers.length === 0) return 'no such part';
  return numbers.length === 1 ? `only ${numbers[0]}` : `from ${extent(numbers)}`;
}

/**
 * The existing numbers at the level of the missing one: parts of the same section, or the sections or appendices of the
 * document.
 */
function siblingsOf(number: string, owner: DocumentFacts): Siblings {
  const { numbers, families } = numbersOf(owner);
  const parent = parentOf(number);
  if (numbers.has(parent)) {
    const name = /^\d/.test(parent) ? 'Section' : 'Appendix';
    return { of: `${name} ${parent} of ${owner.path}`, numbers: families.get(parent) ?? [], inner: true };
  }
  // "A.1 Terms" without a heading "Appendix A".
  const parts = /^[A-Z]$/.test(parent) ? families.get(parent) : undefined;
  if (parts) return { of: owner.path, numbers: parts, inner: true };
  return {
    of: owner.path,
    numbers: families.get(/^[A-Z]/.test(number) ? 'appendices' : 'sections') ?? [],
    inner: false,
  };
}

/** The section numbers of a document, grouped by their parent. */
const numbersOf = oncePer((facts: DocumentFacts) => {
  const paragraphs = facts.numberedParagraphs ?? [];
  const numbers = [...facts.sections, ...paragraphs].flatMap(({ number }) => number ?? []);
  return { numbers: new Set(numbers), families: Map.groupBy(numbers, parentOf) };
});

/** "6" of "6a" and "6.1"; "sections" of "6"; "appendices" of "A". */
function parentOf(number: string): string {
  if (/^[A-Z]$/.test(number)) return 'appendices';
  return (
    /^(\d+)[a-z]$/.exec(number)?.[1] ??
    /^((?:\d+|[A-Z])(?:\.\d+)*)\.\d+$/.exec(number)?.[1] ??
    (/^\d+$/.test(number) ? 'sections' : 'others')
  );
}
