/** What a configuration says of a kind of its own. */
import * as v from 'valibot';
import { BUILT_IN_KINDS } from './built-in.ts';
import { IGNORED_DIFFERENCES, KIND_CHECKS } from './kind.ts';
import type { IgnoredDifference, KindCheck } from './kind.ts';
import { slowFault } from '../text/slow-expression.ts';
import { countPlaces, readPattern } from './patterns.ts';

const checks = Object.keys(KIND_CHECKS) as KindCheck[];
const differences = Object.keys(IGNORED_DIFFERENCES) as IgnoredDifference[];

/** A regular expression with one place for the id, `{id}` or `{n}`. */
const pattern = v.pipe(
  v.string(),
  v.check((text) => countPlaces(text) === 1, 'a pattern needs one place for the id, {id} or {n}'),
  v.check((text) => countPlaces(text) !== 1 || isPattern(text), 'this is no regular expression'),
  v.check(
    (text) => slowPattern(text) === undefined,
    ({ input }) => slowPattern(input as string)!,
  ),
);

function isPattern(text: string): boolean {
  try {
    return Boolean(readPattern(text));
  } catch {
    return false;
  }
}

/** @returns what makes a pattern slow, if it is one */
function slowPattern(text: string): string | undefined {
  return countPlaces(text) === 1 && isPattern(text) ? slowFault(readPattern(text).pattern) : undefined;
}

/** A regular expression of an id; it has no groups and is not anchored. */
const idExpression = v.pipe(
  v.string(),
  v.check(isExpression, 'this is no regular expression'),
  v.check(
    (text) => !isExpression(text) || new RegExp(`${text}|`).exec('')!.length === 1,
    'an id has no groups: write (?:…)',
  ),
  v.check((text) => !/^\^|(?<!\\)\$$/.test(text), 'an id is not anchored: leave ^ and $ out'),
  v.check(
    (text) => !isExpression(text) || slowFault(text) === undefined,
    ({ input }) => slowFault(input as string)!,
  ),
);

function isExpression(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

const truth = v.literal(true, 'write true, or leave it out');
const nonEmpty = v.pipe(v.string(), v.minLength(1, 'this is empty'));

/** A table that defines: the heading of the column that holds the ids, and where the table stands. */
const table = v.union([
  nonEmpty,
  v.strictObject({ column: nonEmpty, document: v.optional(nonEmpty), section: v.optional(nonEmpty) }),
]);

const DEFINING = ['headings', 'table', 'list', 'bold', 'dfn', 'captions', 'code'] as const;

/** Where definitions stand. Several keys are several places. */
const defined = v.pipe(
  v.strictObject({
    /** Headings: "The `{id}` Message", "Error {n}". */
    headings: v.optional(pattern),
    table: v.optional(table),
    /** List items: true for the bold word, the code or the words before a colon or a dash that each begins with. */
    list: v.optional(v.union([truth, pattern])),
    bold: v.optional(v.union([truth, pattern])),
    dfn: v.optional(truth),
    /** Captions: "Listing {n}". */
    captions: v.optional(pattern),
    /** Lines of code blocks: "#define ERR_{id} ". */
    code: v.optional(pattern),
    /** Section, by number or heading, in which these definitions stand. */
    in: v.optional(nonEmpty),
    /** Document in which these definitions stand. */
    document: v.optional(nonEmpty),
  }),
  v.check(
    (given) => DEFINING.some((form) => given[form] !== undefined),
    `say where definitions stand: ${DEFINING.join(', ')}`,
  ),
);

const mentioned = v.union(
  [
    pattern,
    /** Code spans: `{ code: '{id}' }`. */
    v.strictObject({ code: pattern }),
    /** The defined ids as words of the prose. */
    v.strictObject({ words: truth }),
  ],
  "write a pattern such as 'kind {n}', { code: '{id}' } or { words: true }",
);

/** One, or a list of at least one. */
function list<T extends v.GenericSchema>(
  one: T,
): v.UnionSchema<
  [
    T,
    v.SchemaWithPipe<
      readonly [v.ArraySchema<T, undefined>, v.MinLengthAction<v.InferOutput<T>[], 1, undefined>]
    >,
  ],
  undefined
> {
  return v.union([one, v.pipe(v.array(one), v.minLength(1))]);
}

const facetPlaces = v.pipe(
  v.array(v.strictObject({ document: nonEmpty, section: nonEmpty })),
  v.minLength(1, 'name a section'),
);

/** A facet: the sections where ids must stand, or these sections and more about it. */
const facet = v.union([
  facetPlaces,
  v.strictObject({
    places: facetPlaces,
    /** How messages call it: "limit", "row of the upgrade table". */
    title: v.optional(nonEmpty),
    /** Where the id must stand: in a row of a table (unless given), anywhere in the text, or in a code block. */
    in: v.optional(v.picklist(['rows', 'text', 'code'])),
    /** Which of the places must have the id; one of them unless given. */
    needs: v.optional(v.picklist(['one', 'all'])),
    /** Ids that need not stand there. */
    except: v.optional(v.array(nonEmpty)),
  }),
]);

const fields = v.strictObject({
  /** How text names a document of the set: "BOLT #{n}", "NIP-{id}". */
  documents: v.optional(list(pattern)),
  /** Where ids are defined. */
  defined: v.optional(list(defined)),
  /** How text mentions an id. Unless given, terms are mentioned as words and everything else as code. */
  mentioned: v.optional(list(mentioned)),
  /** What an id looks like. */
  id: v.optional(idExpression),
  /** Ids that nothing defines, that two places define, that nothing mentions; gaps in numbers; texts of links. */
  check: v.optional(v.array(v.picklist(checks, `a check is one of ${checks.join(', ')}`))),
  /** Singular and plural in messages; the key and the key with "s" unless given. */
  name: v.optional(nonEmpty),
  plural: v.optional(nonEmpty),
  /** Label, with {id} and {title}. */
  label: v.optional(nonEmpty),
  /** Where an id is unique. */
  scope: v.optional(v.picklist(['set', 'document'], 'a scope is set or document')),
  ignore: v.optional(
    v.array(v.picklist(differences, `a difference that does not count is one of ${differences.join(', ')}`)),
  ),
  /** Whether code spans count (unless false), and code blocks (if true). */
  codeSpans: v.optional(v.boolean()),
  codeBlocks: v.optional(v.boolean()),
  /** Columns of the table that say more of a definition: their heading, by the name of the field. */
  fields: v.optional(v.record(v.string(), list(nonEmpty))),
  /** Where an id must stand to be complete, besides its definition, by the name of the facet. */
  facets: v.optional(v.record(v.string(), facet)),
  /** Whether the map draws the kind before a reader chooses it. */
  map: v.optional(v.boolean()),
});

export type KindConfig = v.InferOutput<typeof fields>;

export const kindSchema = v.pipe(
  fields,
  v.check(
    ({ documents, defined: where }) => (documents === undefined) !== (where === undefined),
    'a kind has either `documents` or `defined`',
  ),
  v.forward(
    v.check(
      ({ documents, mentioned: how }) => documents === undefined || how === undefined,
      'documents are mentioned as `documents` says',
    ),
    ['mentioned'],
  ),
  v.forward(
    v.check(
      ({ check = [], mentioned: how }) => !check.includes('undefined') || !isWordsOnly(how),
      'a word that is not defined cannot be told from any other word: "undefined" needs a pattern in `mentioned`',
    ),
    ['check'],
  ),
  v.forward(
    v.check(
      ({ documents, facets }) => documents === undefined || facets === undefined,
      'documents have no facets: only ids that are `defined` have',
    ),
    ['facets'],
  ),
);

type Mentioned = KindConfig['mentioned'];

function isWordsOnly(how: Mentioned): boolean {
  const forms = [how ?? []].flat();
  return forms.length > 0 && forms.every((form) => typeof form === 'object' && 'words' in form);
}

/** The name of a kind: it is the head of the ids of its nodes, and a part of addresses. */
export const kindNameSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z\d-]*$/, 'the name of a kind is a word in lower case: letters, digits and "-"'),
  v.check(
    (name) => !RESERVED.has(name),
    ({ input }) => `"${input}" is a built-in kind`,
  ),
);

const RESERVED: ReadonlySet<string> = new Set([...BUILT_IN_KINDS.map(({ id }) => id), 'missing']);
