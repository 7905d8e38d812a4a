/**
 * The kinds of things that prose names by a word and a number or letter: "Section 6d", "Step 7b", "Table 3".
 * One row says which words announce a kind and what its numbers look like. All that reads such words reads this table.
 */

/** The form of the ids of a kind: "6d" and "4.2"; "A" and "A.7". */
export type NumberForm = 'numbers' | 'letters';

export interface NumberedKind {
  /** The kind of the reference. */
  kind: 'section' | 'step' | 'phase';
  /** The headings that these words name: "part" stands for headings such as "Part 1: Basics". */
  series: string;
  /** Words in lower case, abbreviations with their full stop. */
  singular: readonly string[];
  plural: readonly string[];
  signs?: readonly string[];
  /** "any": also in lower and in upper case. "capital": only with a capital letter ("Phase 9", not "a phase 9 of …"). */
  letterCase: 'any' | 'capital';
  forms: readonly NumberForm[];
  /** Plain numbered headings ("3. Rules") count as well, not only headings with the word itself ("Part 3: Rules"). */
  plainHeadings: boolean;
}

export const NUMBERED_KINDS: readonly NumberedKind[] = [
  {
    kind: 'section',
    series: 'section',
    singular: ['section', 'subsection', 'sub-section', 'clause', 'subclause', 'sect.', 'sec.'],
    plural: ['sections', 'subsections', 'clauses', 'subclauses', 'sects.', 'secs.'],
    signs: ['§', '§§'],
    letterCase: 'any',
    forms: ['numbers', 'letters'],
    plainHeadings: true,
  },
  {
    kind: 'section',
    series: 'chapter',
    singular: ['chapter', 'chap.'],
    plural: ['chapters', 'chaps.'],
    letterCase: 'any',
    forms: ['numbers'],
    plainHeadings: true,
  },
  {
    kind: 'section',
    series: 'part',
    singular: ['part'],
    plural: ['parts'],
    letterCase: 'any',
    forms: ['numbers'],
    plainHeadings: false,
  },
  {
    kind: 'section',
    series: 'appendix',
    singular: ['appendix', 'annex'],
    plural: ['appendices', 'appendixes', 'annexes'],
    letterCase: 'any',
    forms: ['letters'],
    plainHeadings: true,
  },
  {
    kind: 'step',
    series: 'step',
    singular: ['step'],
    plural: ['steps'],
    letterCase: 'any',
    forms: ['numbers'],
    plainHeadings: false,
  },
  {
    kind: 'phase',
    series: 'phase',
    singular: ['phase'],
    plural: ['phases'],
    letterCase: 'capital',
    forms: ['numbers'],
    plainHeadings: false,
  },
];

/** Every word that can stand directly before a number and is no title of another work. */
export const KIND_WORDS: ReadonlySet<string> = new Set([
  ...NUMBERED_KINDS.flatMap(({ singular, plural }) => [...singular, ...plural]),
  ...[
    'table',
    'tables',
    'figure',
    'figures',
    'fig.',
    'figs.',
    'example',
    'item',
    'items',
    'line',
    'lines',
    'page',
  ],
]);
