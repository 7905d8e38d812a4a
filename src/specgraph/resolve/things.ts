/** The things that documents define, and the documents that are named by number: what mentions of a kind point at. */
import { isOfDocuments, normalId, type DefinitionForm, type Kind } from '../kinds/index.ts';
import type { DocumentFacts, RawDefinition } from '../model/index.ts';
import { once } from './once.ts';
import { nodeId } from './ids.ts';

/** A thing with its first definition. */
export interface Thing {
  /** Id of its node. */
  node: string;
  kind: Kind;
  /** As its first definition writes it. */
  id: string;
  document: DocumentFacts;
  definition: RawDefinition;
}

export interface ThingIndex {
  all: readonly Thing[];
  kind(id: string): Kind | undefined;
  /** The thing that an id names in a document: things of one document are known there only. */
  find(kind: Kind, id: string, from: DocumentFacts): Thing | undefined;
  /** The ids that are defined, as their definitions write them; of one document where ids are unique in it. */
  idsOf(kind: Kind, from: DocumentFacts): readonly string[];
  /** The document of the set that a number of this kind names; null where several have that number. */
  documentOf(kind: Kind, number: string): DocumentFacts | null | undefined;
  /**
   * Whether a code span that is announced as a thing of the kind ("the `ping` message") and is not defined is meant as
   * one. Other names are announced so as well: those that the set uses often, or explains under a heading.
   */
  isMeant(kind: Kind, id: string, nearest: string | undefined): boolean;
  /** The number of a document, and of all documents of the kind. */
  numberOf(kind: Kind, document: DocumentFacts): string | undefined;
  numbersOf(kind: Kind): readonly string[];
}

export function indexThings(documents: readonly DocumentFacts[], kinds: readonly Kind[]): ThingIndex {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  const things = new Map<string, Thing>();
  const ranges: { kind: Kind; first: number; last: number; thing: Thing }[] = [];
  for (const document of documents) {
    for (const definition of document.definitions) {
      const kind = byId.get(definition.kind);
      if (!kind) continue;
      const key = keyOf(kind, definition.id, document);
      if (things.has(key)) continue;
      const thing = {
        node: nodeId.thing(kind.id, normalId(definition.id, kind), ownerOf(kind, document)),
        kind,
        id: definition.id,
        document,
        definition,
      };
      things.set(key, thing);
      if (definition.last !== undefined)
        ranges.push({ kind, first: Number(definition.id), last: Number(definition.last), thing });
    }
  }
  const all = [...things.values()];
  const numbers = new Map(
    kinds
      .filter((kind) => isOfDocuments(kind))
      .map((kind) => [kind.id, once(() => numberDocuments(documents, kind))] as const),
  );
  const spans = once(() => countSpans(documents, all));
  const headings = once(() => wordsOfHeadings(documents));
  const idsByScope = once(() => Map.groupBy(all, ({ kind, document }) => scopeKey(kind, document)));
  return {
    all,
    kind: (id) => byId.get(id),
    find: (kind, id, from) =>
      things.get(keyOf(kind, id, from)) ??
      ranges.find(
        (range) => range.kind.id === kind.id && Number(id) >= range.first && Number(id) <= range.last,
      )?.thing,
    idsOf: (kind, from) => (idsByScope().get(scopeKey(kind, from)) ?? []).map(({ id }) => id),
    isMeant: (kind, id, nearest) => isMeant(kind, id, nearest, spans(), headings()),
    documentOf: (kind, number) => numbers.get(kind.id)?.().byNumber.get(normalId(number, kind)),
    numberOf: (kind, document) => numbers.get(kind.id)?.().byDocument.get(document),
    numbersOf: (kind) => [...(numbers.get(kind.id)?.().byDocument.values() ?? [])],
  };
}

/** The code spans of the set that could be things of a kind. */
interface SpanCounts {
  /** By kind and id: how often the span stands in the set, and how often it is announced. */
  uses: ReadonlyMap<string, { all: number; announced: number }>;
  /** The characters that the ids of each kind consist of. */
  shapes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** So many uses of a name that is not defined are a slip that was repeated; more are a name of another kind. */
const MAX_SLIPS = 3;

function isMeant(
  { id: kind }: Kind,
  id: string,
  nearest: string | undefined,
  { uses, shapes }: SpanCounts,
  headings: ReadonlySet<string>,
): boolean {
  if (headings.has(id) || !shapes.get(kind)?.has(shapeOf(id))) return false;
  const { all, announced } = uses.get(`${kind} ${id}`) ?? { all: 0, announced: 0 };
  return all <= MAX_SLIPS || announced * 2 >= all || (nearest !== undefined && announced > 0);
}

function countSpans(documents: readonly DocumentFacts[], things: readonly Thing[]): SpanCounts {
  const uses = new Map<string, { all: number; announced: number }>();
  for (const { references } of documents) {
    for (const { kind, value, isVague, unsure } of references) {
      if (!isVague) continue;
      const key = `${kind} ${value}`;
      const known = uses.get(key) ?? { all: 0, announced: 0 };
      uses.set(key, { all: known.all + 1, announced: known.announced + (unsure ? 0 : 1) });
    }
  }
  const byKind = Map.groupBy(things, ({ kind }) => kind.id);
  return {
    uses,
    shapes: new Map([...byKind].map(([kind, own]) => [kind, new Set(own.map(({ id }) => shapeOf(id)))])),
  };
}

/** "open_channel" consists of small letters and "_". */
function shapeOf(id: string): string {
  const characters = id
    .replace(/\p{Ll}/gu, 'a')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\d/g, '');
  return [...new Set(characters)].sort().join('');
}

function wordsOfHeadings(documents: readonly DocumentFacts[]): Set<string> {
  return new Set(
    documents.flatMap(({ sections }) => sections.flatMap(({ heading }) => heading.split(/[\s,/:()`]+/))),
  );
}

/** The document in which an id is unique; undefined where it is unique in the whole set. */
function ownerOf({ scope }: Kind, document: DocumentFacts): string | undefined {
  return scope === 'set' ? undefined : document.id;
}

function scopeKey(kind: Kind, document: DocumentFacts): string {
  return `${kind.id} ${ownerOf(kind, document) ?? ''}`;
}

function keyOf(kind: Kind, id: string, document: DocumentFacts): string {
  return `${scopeKey(kind, document)}\n${normalId(id, kind)}`;
}

interface DocumentNumbers {
  byNumber: Map<string, DocumentFacts | null>;
  byDocument: Map<DocumentFacts, string>;
}

/** How surely a document has a number: its title says so, or the name of its file. */
interface NumberedDocument {
  number: string;
  document: DocumentFacts;
  isByTitle: boolean;
}

/** Of several documents with one number the one that has it in its title counts, then the one in the outermost folder. */
function numberDocuments(documents: readonly DocumentFacts[], kind: Kind): DocumentNumbers {
  const found = documents.flatMap((document) => numberOf(document, kind) ?? []);
  const byNumber = new Map<string, DocumentFacts | null>();
  for (const [number, all] of Map.groupBy(found, (one) => normalId(one.number, kind))) {
    const titled = all.filter(({ isByTitle }) => isByTitle);
    const candidates = titled.length > 0 ? titled : all;
    const depth = Math.min(...candidates.map(({ document }) => depthOf(document)));
    const outermost = candidates.filter(({ document }) => depthOf(document) === depth);
    byNumber.set(number, outermost.length === 1 ? outermost[0].document : null);
  }
  const byDocument = new Map(
    found
      .filter(({ document, number }) => byNumber.get(normalId(number, kind)) === document)
      .map(({ document, number }) => [document, number]),
  );
  return { byNumber, byDocument };
}

function depthOf({ path }: DocumentFacts): number {
  return path.split('/').length;
}

function numberOf(document: DocumentFacts, kind: Kind): NumberedDocument | undefined {
  for (const form of kind.definitions) {
    if (form.from !== 'files' || !form.pattern) continue;
    const titled = idIn(document.title, form, kind);
    if (titled !== undefined) return { number: titled, document, isByTitle: true };
    const file = document.path.slice(document.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    const named = document.number ?? idIn(file, form, kind) ?? numberAtHead(file, kind);
    if (named !== undefined) return { number: named, document, isByTitle: false };
  }
  return undefined;
}

/** How much of a title is read: ids stand at its head, and patterns of a configuration may take long on a long text. */
const HEAD_LENGTH = 200;

/** "BOLT #2: Peer Protocol", "eip-1559". */
function idIn(
  text: string,
  form: Extract<DefinitionForm, { from: 'files' }>,
  kind: Kind,
): string | undefined {
  const match = new RegExp(String.raw`^(?:${form.pattern!.pattern})(?![\p{L}\p{N}])`, 'iu').exec(
    text.slice(0, HEAD_LENGTH),
  );
  const ids = match?.groups!.ids;
  if (ids === undefined) return undefined;
  const id = new RegExp(form.pattern!.item, 'iu').exec(ids)?.groups!.id;
  return id !== undefined && isId(id, kind) ? id : undefined;
}

/** "02-peer-protocol", "44", "5A". */
function numberAtHead(file: string, kind: Kind): string | undefined {
  const head = /^[\p{L}\p{N}]+/u.exec(file)?.[0];
  return head !== undefined && /\d/.test(head) && isId(head, kind) ? head : undefined;
}

function isId(text: string, { ids }: Kind): boolean {
  return ids.pattern === undefined || new RegExp(`^(?:${ids.pattern})$`, 'iu').test(text);
}
