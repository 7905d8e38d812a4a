/** Makes the rows of the kinds that a configuration adds. */
import type { DefinitionForm, Kind, KindCheck, KindFacet, MentionForm } from './kind.ts';
import { isNumbered, readNamePattern, readPattern } from './patterns.ts';
import type { KindConfig } from './schema.ts';
import { wordsOfKey } from '../text/names.ts';

/** Colours that the style sheets have for kinds of a configuration: `--kind-own-1` and so on. */
const OWN_COLOURS = 6;

type Defined = Exclude<KindConfig['defined'], undefined | readonly unknown[]>;
type Mentioned = Exclude<KindConfig['mentioned'], undefined | readonly unknown[]>;

/**
 * @param id the key of the kind in the configuration
 * @param position among the kinds of the configuration, from 0; kinds take turns in the colours
 */
export function configuredKind(id: string, given: KindConfig, position: number): Kind {
  const patterns = patternsOf(given);
  const isNumber = patterns.length > 0 && patterns.every(isNumbered);
  const one = given.name ?? spelled(id.replaceAll('-', ' '), given);
  const longest = given.label ?? labelFor(given, isNumber, one);
  const label = withoutTitle(longest);
  return {
    id,
    name: { one, many: given.plural ?? `${one}s` },
    series: [],
    ids: {
      pattern: given.id ?? (isNumber ? String.raw`0[xX][\da-fA-F]+|\d+` : undefined),
      ignore: given.ignore ?? ignoredFor(given, isNumber),
    },
    scope: given.scope ?? 'set',
    definitions: definitionsOf(given),
    mentions: mentionsOf(given),
    code: { spans: given.codeSpans ?? true, blocks: given.codeBlocks ?? false },
    beside: besideOf(given, one),
    checks: given.check ?? checksFor(given),
    fields: Object.entries(given.fields ?? {}).map(([field, columns]) => ({
      id: field,
      columns: [columns].flat(),
    })),
    facets: Object.entries(given.facets ?? {}).map(facetOf),
    label,
    longLabel: longest.includes('{title}') ? longest : `${longest}: {title}`,
    leadsTo: given.documents === undefined ? 'page' : 'place',
    map: {
      isShownAround: given.map ?? given.documents === undefined,
      diagrams: 'large',
      shape: 'ellipse',
      colour: `own-${(position % OWN_COLOURS) + 1}`,
    },
    search: { rank: 4, isName: true },
  };
}

/** The words of a key as the names of its documents spell them: "RFC" for the key "rfc" and "RFC {n}". */
function spelled(words: string, { documents }: KindConfig): string {
  const names = [documents ?? []].flat().map((pattern) => pattern.slice(0, words.length));
  return names.find((name) => name.toLowerCase() === words.toLowerCase()) ?? words;
}

function patternsOf({ documents, defined, mentioned }: KindConfig): string[] {
  return [
    ...[documents ?? []].flat(),
    ...[defined ?? []]
      .flat()
      .flatMap(({ headings, list, bold, captions, code }) => [headings, list, bold, captions, code])
      .filter((value) => typeof value === 'string'),
    ...[mentioned ?? []]
      .flat()
      .flatMap((form) => (typeof form === 'string' ? [form] : 'code' in form ? [form.code] : [])),
  ];
}

/** "ERR_{id}" where ids are written so, "event {id}" for numbers, else the id alone. */
function labelFor({ documents, mentioned }: KindConfig, isNumber: boolean, one: string): string {
  const [document] = [documents ?? []].flat();
  if (document !== undefined) return document.replace('{n}', '{id}');
  const code = [mentioned ?? []].flat().find((form) => typeof form === 'object' && 'code' in form);
  if (code && 'code' in code && /^[\w-]*\{(?:id|n)\}$/.test(code.code))
    return code.code.replace('{n}', '{id}');
  const prose = [mentioned ?? []].flat().find((form) => typeof form === 'string');
  if (typeof prose === 'string' && /^[\w-]*[A-Z#-]\{(?:id|n)\}$/.test(prose))
    return prose.replace('{n}', '{id}');
  return isNumber ? `${one} {id}` : '{id}';
}

/** "DR-{id}: {title}" without its end: references have no title. */
function withoutTitle(label: string): string {
  return label.replace(/[\s:,(–—-]*\{title\}\)?/, '') || label;
}

function ignoredFor({ documents, defined }: KindConfig, isNumber: boolean): Kind['ids']['ignore'] {
  if (documents !== undefined) return ['zeros', 'case', 'signs'];
  if (isNumber) return ['zeros', 'hexadecimal'];
  const isTerm = [defined ?? []].flat().some(({ bold, dfn }) => bold !== undefined || dfn !== undefined);
  return isTerm ? ['case'] : [];
}

/** Without a wish, what cannot be wrong is checked: numbers of documents, and ids that mentions announce. */
function checksFor({ documents, mentioned }: KindConfig): KindCheck[] {
  if (documents !== undefined) return ['undefined', 'text'];
  return [mentioned ?? []].flat().some((form) => typeof form === 'string')
    ? ['undefined', 'duplicate']
    : ['duplicate'];
}

function definitionsOf({ documents, defined, id }: KindConfig): DefinitionForm[] {
  if (documents !== undefined)
    return [documents].flat().map((pattern) => ({ from: 'files', pattern: readNamePattern(pattern, id) }));
  return [defined ?? []].flat().flatMap((where) => formsOf(where, id));
}

function formsOf(given: Defined, id?: string): DefinitionForm[] {
  const where = { document: given.document, section: given.in };
  const read = (pattern: string | true | undefined): { pattern?: ReturnType<typeof readPattern> } => ({
    pattern: typeof pattern === 'string' ? readPattern(pattern, id) : undefined,
  });
  const forms: DefinitionForm[] = [];
  if (given.headings !== undefined) forms.push({ from: 'headings', ...where, ...read(given.headings) });
  if (given.table !== undefined) {
    const table = typeof given.table === 'string' ? { column: given.table } : given.table;
    forms.push({
      from: 'table',
      column: table.column,
      document: table.document ?? given.document,
      section: table.section ?? given.in,
    });
  }
  if (given.list !== undefined)
    forms.push({ from: 'list', ...where, pattern: read(given.list).pattern ?? LEADING_WORDS });
  if (given.bold !== undefined) forms.push({ from: 'bold', ...where, ...read(given.bold) });
  if (given.dfn !== undefined) forms.push({ from: 'dfn', ...where });
  if (given.captions !== undefined) forms.push({ from: 'captions', ...where, ...read(given.captions) });
  if (given.code !== undefined) forms.push({ from: 'code', ...where, pattern: readPattern(given.code, id) });
  return forms;
}

/** The code span that a list item begins with, or the words before its first colon or dash. */
const LEADING_WORDS = {
  pattern: String.raw`(?<ids>${'`'}[^${'`'}]+${'`'}|[^${'`'}:–—]+?(?=\s*(?::|–|—|\s-\s)))`,
  item: String.raw`${'`'}?(?<id>[^${'`'}]+)${'`'}?`,
};

function mentionsOf({ documents, defined, mentioned, id }: KindConfig): MentionForm[] {
  if (documents !== undefined)
    return [documents].flat().map((pattern) => ({ by: 'pattern', pattern: readNamePattern(pattern, id) }));
  const forms = [mentioned ?? defaultMentions(defined)].flat();
  return forms.map((form: Mentioned): MentionForm => {
    if (typeof form === 'string') return { by: 'pattern', pattern: readPattern(form, id) };
    return 'code' in form ? { by: 'code', pattern: readPattern(form.code, id) } : { by: 'words' };
  });
}

/** Without a word on mentions, terms are mentioned as words and everything else as code. */
function defaultMentions(defined: KindConfig['defined']): Mentioned {
  const isTerm = [defined ?? []].flat().some(({ bold, dfn }) => bold !== undefined || dfn !== undefined);
  return isTerm ? { words: true } : { code: '{id}' };
}

function facetOf([name, given]: [string, NonNullable<KindConfig['facets']>[string]]): KindFacet {
  const one = Array.isArray(given) ? { places: given } : given;
  return { title: wordsOfKey(name), in: 'rows', needs: 'one', except: [], ...one };
}

/** "message" of "The `{id}` Message", and the name of the kind. */
function besideOf({ defined, id }: KindConfig, one: string): string[] {
  if (id !== undefined) return [];
  const words = [defined ?? []].flat().flatMap(({ headings }) => headings?.match(/[\p{L}-]{3,}/gu) ?? []);
  const own = words.filter((word) => !['the', 'and', 'for'].includes(word.toLowerCase()) && word !== 'id');
  return [...new Set([one, ...own].map((word) => word.toLowerCase()))];
}
