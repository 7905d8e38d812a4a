/** What can be told of a folder of Markdown without a configuration, and what one could say of it. */
import { BUILT_IN_KINDS } from './kinds/index.ts';
import type { DocumentFacts } from './model/index.ts';
import { isWithinSeries, MIN_NUMBERED_SHARE, numberedFolders } from './resolve/numbered-folders.ts';
import { directory } from './resolve/paths.ts';

export interface Survey {
  /** The folder whose files are named "01-scope.md" or "ADR-0001-scope.md"; absent where there is none. */
  numbering?: Numbering;
  /** The word before the numbers of these files, where prose names them by it: "ADR-{n}". */
  files?: SeriesOfIds;
  /** The words before a number in the titles of documents: "NIP-{n}". */
  titles?: SeriesOfIds;
  /** Ids such as REQ-12 that documents define and mention. */
  ids: SeriesOfIds[];
  /** Number of documents whose headings have section numbers. */
  numberedSections: number;
  /** Languages of code blocks with their number of blocks, the most frequent first. */
  languages: [language: string, blocks: number][];
}

export interface Numbering {
  /** The folder's own name, by which prose names its documents: "spec" in "spec/14". Absent where a word precedes the numbers. */
  prefix?: string;
  /** Regular expression over a file name; its group is the number. */
  pattern: string;
  first: string;
  last: string;
  count: number;
}

export interface SeriesOfIds {
  /** A name for the kind: "req". */
  kind: string;
  /** How an id is written: "REQ-{n}". */
  pattern: string;
  /** Where ids are defined; `titles` and `files` for the documents themselves, by their titles or the names of files. */
  defined: 'titles' | 'files' | 'headings' | 'table';
  /** Heading of the column of ids in a table. */
  column?: string;
  /** Distinct ids that are defined. */
  count: number;
  /** Two ids, to show what is meant. */
  examples: string[];
}

/** Fewer ids of one form may look alike by chance. */
const MIN_IDS = 3;
/** Shorter prefixes say nothing to readers. */
const MIN_WORD = 3;
/** Languages that are listed. */
const MAX_LANGUAGES = 8;

/**
 * Looks at documents and says what it has found.
 * @param rootName the name of the folder of documents whose paths have none
 */
export function surveyDocuments(documents: readonly DocumentFacts[], rootName?: string): Survey {
  const titles = titleSeries(documents);
  const words = wordSeries(documents);
  const files = titles ? undefined : words && fileSeries(words, documents);
  return {
    numbering: numberingOf(documents, rootName) ?? words?.numbering,
    titles,
    files,
    ids: idSeries(documents).filter(({ kind }) => kind !== (titles ?? files)?.kind),
    numberedSections: documents.filter(({ sections }) => sections.some(({ number }) => number !== undefined))
      .length,
    languages: languagesOf(documents),
  };
}

function numberingOf(documents: readonly DocumentFacts[], rootName?: string): Numbering | undefined {
  const folders = Map.groupBy(
    documents.map(({ path }) => path),
    directory,
  );
  const [found] = [...numberedFolders(folders, rootName)]
    .flatMap(([prefix, series]) => (series ? [{ prefix, numbers: [...series.keys()].toSorted() }] : []))
    .toSorted((one, other) => other.numbers.length - one.numbers.length);
  if (!found) return undefined;
  const { prefix, numbers } = found;
  return {
    prefix: prefix === '' ? undefined : prefix,
    pattern: `^(${digitsOf(numbers)})-`,
    first: numbers[0],
    last: numbers.at(-1)!,
    count: numbers.length,
  };
}

/** An expression of numbers like these. */
function digitsOf(numbers: readonly string[]): string {
  const { length } = numbers[0];
  return numbers.every((number) => number.length === length) ? String.raw`\d{${length}}` : String.raw`\d+`;
}

/** "ADR-0001-scope.md", "rfc-7.md"; not "v1-2.md". */
const WORD_AND_NUMBER = /^([a-z]{2,8})([-_ ])(\d{1,5})(?=[-_. ])/i;
/** Parts of a work are numbered where they stand, and prose names them by a series of their own. */
const PARTS =
  /^(?:annex|appendix|article|book|chapter|ch|day|lesson|module|page|part|phase|section|step|unit|vol|volume|week)$/i;

interface WordSeries {
  /** As file names spell it: "adr". */
  word: string;
  numbers: readonly string[];
  numbering: Numbering;
}

/** The largest folder of which most files have one word and a number of their own. */
function wordSeries(documents: readonly DocumentFacts[]): WordSeries | undefined {
  const folders = Map.groupBy(
    documents.map(({ path }) => path),
    directory,
  );
  const found = [...folders.values()].flatMap((paths) => seriesIn(paths) ?? []);
  return found.toSorted((one, other) => other.numbers.length - one.numbers.length)[0];
}

function seriesIn(paths: readonly string[]): WordSeries | undefined {
  const names = paths.map((path) => path.slice(path.lastIndexOf('/') + 1)).filter(isWithinSeries);
  const matches = names.flatMap((name) => {
    const match = WORD_AND_NUMBER.exec(name);
    return match && !PARTS.test(match[1]) ? [match] : [];
  });
  const [all] = [...Map.groupBy(matches, ([, word, sign]) => word + sign).values()].toSorted(
    (one, other) => other.length - one.length,
  );
  const numbers = all?.map(([, , , number]) => number).toSorted() ?? [];
  if (new Set(numbers).size < MIN_IDS || new Set(numbers).size < numbers.length) return undefined;
  if (numbers.length < names.length * MIN_NUMBERED_SHARE) return undefined;
  const [, word, sign] = all![0];
  return {
    word,
    numbers,
    numbering: {
      pattern: `^${word}${sign}(${digitsOf(numbers)})`,
      first: word + sign + numbers[0],
      last: word + sign + numbers.at(-1)!,
      count: numbers.length,
    },
  };
}

/** How prose names the files of a series: "ADR-0003", "ADR 3"; undefined where it does not, or means works of others. */
function fileSeries(
  { word, numbers }: WordSeries,
  documents: readonly DocumentFacts[],
): SeriesOfIds | undefined {
  const upper = word.toUpperCase();
  if (OUTSIDE.test(upper)) return undefined;
  const mention = new RegExp(String.raw`(?<![\w-])${upper}([- ])\d{1,5}(?![\w-])`);
  const sign = documents.map(({ source }) => mention.exec(source)?.[1]).find((found) => found !== undefined);
  if (sign === undefined) return undefined;
  const form = upper + sign;
  return {
    kind: kindName(word),
    // A mention with the other sign is read as well.
    pattern: `${form}{n}`,
    defined: 'files',
    count: numbers.length,
    examples: numbers.slice(0, 2).map((number) => form + number),
  };
}

/** "BOLT #2: Peer Protocol", "NIP-01". */
const TITLE_ID = /^([A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,})([ -]#?|#)(\d+)\b/;

function titleSeries(documents: readonly DocumentFacts[]): SeriesOfIds | undefined {
  const found = documents.flatMap(({ title }) => {
    const [, word, sign, number] = TITLE_ID.exec(title) ?? [];
    return word === undefined ? [] : [{ form: `${word}${sign}`, word, number }];
  });
  const [best] = [...Map.groupBy(found, ({ form }) => form)].toSorted(([, a], [, b]) => b.length - a.length);
  const numbers = best?.[1].map(({ number }) => number) ?? [];
  if (!best || new Set(numbers).size < MIN_IDS || new Set(numbers).size < numbers.length) return undefined;
  const [form, ids] = best;
  return {
    kind: kindName(ids[0].word),
    pattern: `${form}{n}`,
    defined: 'titles',
    count: numbers.length,
    examples: numbers.slice(0, 2).map((number) => form + number),
  };
}

const ID = /^([A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*)-\d{1,5}(?![\w-])/;
/** Works and standards outside of the set. */
const OUTSIDE =
  /^(?:AES|BCP|CVE|CWE|FIPS|GPL|HMAC|HTTP|IEC|IEEE|ISO|JSON|LTS|RFC|RSA|SHA|SP|STD|TLS|UTF|W3C|X)$/;

interface DefinedId {
  prefix: string;
  id: string;
  defined: 'headings' | 'table';
  column?: string;
}

function idSeries(documents: readonly DocumentFacts[]): SeriesOfIds[] {
  const defined = Map.groupBy(documents.flatMap(definedIds), ({ prefix }) => prefix);
  return [...defined].flatMap(([prefix, all]) => {
    const [form, ids] = mostFrequent(all);
    const distinct = [...new Set(ids.map(({ id }) => id))];
    if (distinct.length < MIN_IDS || distinct.length < ids.length) return [];
    const [{ column }] = ids;
    return [
      {
        kind: nameOfSeries(prefix, column, defined.size > 1),
        pattern: `${prefix}-{n}`,
        defined: form,
        column,
        count: distinct.length,
        examples: distinct.slice(0, 2),
      },
    ];
  });
}

/** The prefix, or where it is a letter or two, and no other series has the same, the column: "code" for E-101. */
function nameOfSeries(prefix: string, column: string | undefined, isOneOfSeveral: boolean): string {
  const isShort = prefix.length < MIN_WORD && !isOneOfSeveral;
  if (!isShort || !column || !/^[a-z]+$/i.test(column)) return kindName(prefix);
  const word = kindName(column);
  return BUILT_IN_KINDS.some(({ id }) => id === word) ? kindName(prefix) : word;
}

function mostFrequent(all: readonly DefinedId[]): [DefinedId['defined'], DefinedId[]] {
  const byForm = [...Map.groupBy(all, ({ defined, column }) => `${defined} ${column ?? ''}`).values()];
  const [ids] = byForm.toSorted((one, other) => other.length - one.length);
  return [ids[0].defined, ids];
}

/** Ids that headings begin with, and ids that fill the first cell of a row. */
function definedIds({ sections, tables }: DocumentFacts): DefinedId[] {
  const inHeadings = sections.flatMap(({ heading }): DefinedId[] => {
    const found = idAtStart(heading);
    return found ? [{ ...found, defined: 'headings' }] : [];
  });
  const inTables = tables.flatMap(({ header, rows }) =>
    rows.flatMap(({ cells }): DefinedId[] => {
      const text = withoutMarks(cells[0]?.text ?? '');
      const found = idAtStart(text);
      return found?.id === text ? [{ ...found, defined: 'table', column: header[0]?.text }] : [];
    }),
  );
  return [...inHeadings, ...inTables];
}

function idAtStart(text: string): { prefix: string; id: string } | undefined {
  const [id, prefix] = ID.exec(withoutMarks(text)) ?? [];
  return id === undefined || OUTSIDE.test(prefix) ? undefined : { prefix, id };
}

function withoutMarks(text: string): string {
  return text.replaceAll(/[`*]/g, '').trim();
}

function languagesOf(documents: readonly DocumentFacts[]): [string, number][] {
  const blocks = documents.flatMap(({ codeBlocks }) => codeBlocks.flatMap(({ lang }) => lang || []));
  return [...Map.groupBy(blocks, (language) => language)]
    .map(([language, all]): [string, number] => [language, all.length])
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_LANGUAGES);
}

/** The name of a kind is a word in lower case. */
function kindName(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z\d]+/g, '-');
}
