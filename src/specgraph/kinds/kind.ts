/**
 * A kind is a sort of thing that prose can point at: a section, a step, a table, a requirement, an error code. All that
 * the engine knows of a kind is one row of plain data. Built-in kinds and those of a configuration have the same type;
 * extraction, resolution, rules, queries, site and client read the rows and name no kind themselves.
 */

/** What the engine knows of one kind. JSON can hold it: patterns are texts. */
export interface Kind {
  /** The kind of the nodes and references, and the prefix of their ids: "step" in "step:02-server/7b". */
  id: string;
  /** How messages and pages call things of this kind: "requirement", "requirements". */
  name: { one: string; many: string };
  /**
   * Each is something to do, in a sequence of one part of the system: prose says who does it ("Client start Step 9") and
   * what runs in it.
   */
  isAction?: true;
  /** Words that announce a number in prose: "Section 6d", "Appendix A". Several where numbers are counted separately. */
  series: readonly Series[];
  /** What an id looks like, and which spellings are one id. */
  ids: IdForm;
  /** Where an id is unique: "Step 3" may exist once in each document, a requirement once in the whole set. */
  scope: KindScope;
  /** Where things of this kind are defined. */
  definitions: readonly DefinitionForm[];
  /** How text refers to them. */
  mentions: readonly MentionForm[];
  /** Code in which mentions count. Definitions are not affected. */
  code: { spans: boolean; blocks: boolean };
  /**
   * Words directly before or behind a code span that make it a mention even if nothing of that name is defined: "the
   * `ping` message". Only where ids have no pattern.
   */
  beside: readonly string[];
  /** What is checked. A check that is not listed is not made. */
  checks: readonly KindCheck[];
  /** What a definition says besides its id and title: columns of its table. */
  fields: readonly KindField[];
  /** Where an id must stand to be complete, besides its definition. */
  facets?: readonly KindFacet[];
  /** How a thing is labelled: "Step {id}", "{id}". `{id}` is its id as its definition writes it, `{title}` its title. */
  label: string;
  /** The same with more words, where there is room: "Step {id}: {title}". */
  longLabel: string;
  /** Whether the site has a page or an entry of its own for each, or leads to the place in the document that defines it. */
  leadsTo: 'page' | 'place';
  map: MapLook;
  search: SearchLook;
}

/** `list`: the nearest ordered list, and then those of the same section. */
export type KindScope = 'set' | 'document' | 'section' | 'list';

/** Words that announce numbers of one sequence: "Part 2" does not continue "Chapter 1". */
export interface Series {
  /** Name of the sequence, the first of its words: "section", "appendix". */
  series: string;
  /** Words in lower case, abbreviations with their full stop. Text may leave the full stop out. */
  singular: readonly string[];
  plural: readonly string[];
  /** Those of the abbreviations that are other words without their full stop: "app." */
  neverWithoutStop?: readonly string[];
  /** Signs that stand for the words: "§". */
  signs?: readonly string[];
  /** "any": also in lower and in upper case. "capital": only with a capital letter ("Phase 9", not "a phase 9 of …"). */
  letterCase: 'any' | 'capital';
  forms: readonly NumberForm[];
  /** Plain numbered headings ("3. Rules") count as well, not only headings with the word itself ("Part 3: Rules"). */
  plainHeadings: boolean;
}

/** The form of the ids of a series: "6d" and "4.2"; "A" and "A.7"; "3-1", the first of chapter 3; "(3)" for 3. */
export type NumberForm = 'numbers' | 'letters' | 'pairs' | 'bracketed';

export interface IdForm {
  /**
   * Regular expression of a whole id as text writes it, without anchors and groups. Absent where any words can be an id:
   * then a mention that is not defined cannot be told from other text.
   */
  pattern?: string;
  /** Differences that do not count, see `normalId`. */
  ignore: readonly IgnoredDifference[];
}

/** Differences between two spellings of one id. */
export const IGNORED_DIFFERENCES = {
  zeros: 'zeros at the head of a number: "07" is "7"',
  case: 'letter case: "Req-1" is "REQ-1"',
  signs: '"#", "-", "_", "." and blanks: "NIP 44" is "NIP-44"',
  hexadecimal: 'zeros and letter case of a hexadecimal number: "0x0A" is "0xa"',
  roman: 'Roman and Arabic numbers: "IV" is "4"',
} as const;
export type IgnoredDifference = keyof typeof IGNORED_DIFFERENCES;

/** A pattern that reads one id or a list of them: "The `ping` and `pong` Messages", "BOLTs #2 and #3". */
export interface IdPattern {
  /** Regular expression whose group `ids` holds the ids. */
  pattern: string;
  /** Regular expression of one of them, with the group `id`; signs that may stand around it are outside of the group. */
  item: string;
}

/** Where a definition stands. Without a pattern, the words of the series with a number define. */
export type DefinitionForm = DefinitionWhere &
  (
    | /** Files of the set: the file itself is the thing. The pattern matches its title, or its name. */ {
        from: 'files';
        pattern?: IdPattern;
      }
    | /** Headings, from their first word on, their number aside. */ { from: 'headings'; pattern?: IdPattern }
    | /** Rows of the tables that have this column: its cells are the ids. */ {
        from: 'table';
        column: string;
      }
    | /** Items of lists, from their first word on. Without a pattern, the number of the item. */ {
        from: 'list';
        pattern?: IdPattern;
      }
    | /** Bold words at the beginning of a paragraph, list item or table row. */ {
        from: 'bold';
        pattern?: IdPattern;
      }
    | /** `<dfn>` elements. */ { from: 'dfn' }
    | /** Captions: paragraphs, alternative texts and `<figcaption>` elements that begin so. */ {
        from: 'captions';
        pattern?: IdPattern;
      }
    | /** Lines of code blocks. */ { from: 'code'; pattern: IdPattern }
    | /** A list of the configuration: its key there ("requirements"), and the keys of id and title in an entry. */ {
        from: 'configuration';
        list: string;
        id: string;
        title: string;
      }
  );

/** The part of the set in which definitions of a form count; the whole set without it. */
export interface DefinitionWhere {
  /** A document by number, id, path, file name or title. */
  document?: string;
  /** A section by number or heading, with all that stands below it. */
  section?: string;
}

/** How text refers to a thing. */
export type MentionForm =
  | /** A word of a series and a number: "Step 7b". */ { by: 'series' }
  | /** Words that match, in prose, code spans included where they count. */ {
      by: 'pattern';
      pattern: IdPattern;
    }
  | /** Code spans that match as a whole. */ { by: 'code'; pattern: IdPattern }
  | /** The defined ids themselves, as whole words in prose, also in the plural. */ { by: 'words' }
  | /**
     * Words in prose of the same form as an id in the configuration: with "ORCH-03" in its list, "ORCH-12" is a mention.
     */ { by: 'like-defined' }
  | /** The pattern that this key of the configuration gives. */ { by: 'configuration'; list: string };

export const KIND_CHECKS = {
  undefined: 'a mention without a definition',
  duplicate: 'two definitions of one id in the same scope',
  unused: 'a definition that nothing mentions',
  gaps: 'a number that is missing between two others',
  text: 'a link whose text names another id than its target',
} as const;
export type KindCheck = keyof typeof KIND_CHECKS;

/** A field of a definition: "default", from the column "Default" or "Default value" of its table. */
export interface KindField {
  id: string;
  /** Headings of the column in any letter case; the first one that the table has counts. */
  columns: readonly string[];
}

/** A place, or several ones, where each id of a kind must stand. */
export interface KindFacet {
  /** How messages call it: "validation rule". */
  title: string;
  /** A row of a table with the id in its column of ids, anywhere in the text, or a code block. */
  in: 'rows' | 'text' | 'code';
  needs: 'one' | 'all';
  /** Documents by number, id, path or file name; sections by number, heading or slug. */
  places: readonly { document: string; section: string }[];
  /** Ids that need not stand there. */
  except: readonly string[];
}

export interface MapLook {
  /** Whether the map shows things of this kind around a selected document, before the reader chooses kinds. */
  isShownAround: boolean;
  /** Which diagrams draw the kind: all of them, only the large ones of Graphviz, or none. */
  diagrams: 'all' | 'large' | 'none';
  shape: 'box' | 'ellipse' | 'note' | 'hexagon';
  /** Name of the colour in the style sheets: `--kind-COLOUR`. */
  colour: string;
}

export interface SearchLook {
  /** Place among kinds when two results are equally good; 0 comes first. */
  rank: number;
  /** Readers type the id itself, as a name: "FL_EDGE_BACKOFF", "REQ-7". */
  isName: boolean;
}
