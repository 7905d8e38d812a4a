/**
 * Finds the node that a user's words name: "FL_EDGE_BACKOFF", "14", "spec/14 Section 3", "Step 7b of spec/02",
 * "phase:9", "DR-03 of spec/06".
 */
import { BUILT_IN_KINDS, isDocument, isSection, writtenId, type Kind } from '../kinds/index.ts';
import { sectionKind } from '../kinds/section.ts';
import type { DocumentNode, SectionNode } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { withoutDocumentExtension } from '../text/file-names.ts';
import { UsageError } from '../usage-error.ts';
import { announcementsOf, createAddressFinder, type Place } from './address/index.ts';
import { compareNames, createNodeNamer, type NamedGraph } from './question.ts';
import {
  findThings,
  isBareNumber,
  namesOfThings,
  thingPlaces,
  type Nodes,
  type ThingPlace,
} from './things.ts';

/** A graph in which words can be looked up. */
export interface TargetGraph extends NamedGraph {
  things?: { documentOf(kind: Kind, number: string): { id: string } | null | undefined };
}

type KnownGraph = TargetGraph & { kinds: readonly Kind[] };

/**
 * @returns the id of the node that the words name
 * @throws UsageError with what was probably meant, where the words name no node, or several
 */
export function parseTarget(words: string, given: TargetGraph): string {
  const graph = { ...given, kinds: given.kinds ?? BUILT_IN_KINDS };
  const text = words.trim().replace(/\s+/g, ' ');
  if (text === '') throw new UsageError('no target is named', whatCanBeNamed(graph.kinds));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  if (nodes.has(text)) return text;
  const things = findThings(text, graph);
  // "14" is a document before it is an event of that number.
  const [found, unlikely] = isBareNumber(text) ? [[], things] : [things, []];
  if (found.length === 1) return found[0];
  const place = placeTarget(text, nodes, graph);
  if (place !== undefined) return place;
  const addressed = findAddressed(text, nodes, graph);
  if (addressed.length === 1) return addressed[0];
  if (found.length === 0 && addressed.length > 0) return fail(text, nodes, graph, addressed);
  const all = [...found, ...unlikely];
  return all.length === 1 ? all[0] : fail(text, nodes, graph, all);
}

const SECTION_PLACES: readonly RegExp[] = [
  /^(?:section |§ ?)?(?<what>\S+|(?:appendix|annex)(?: [a-z])?) (?:of|in) (?<document>\S.*)$/i,
  /^(?<document>.+?),? (?:section |§ ?)(?<what>\S+)$/i,
  /^(?<document>.+?),? (?<what>(?:appendix|annex)(?: [a-z])?)$/i,
  /^(?<document>.+?)# ?(?<what>.+)$/,
  /^(?<document>\S+) (?<what>\d+\S*)$/,
];

/** Words that name a document, and what they name in it. A place without a kind is a section. */
type NamedPlace = Omit<ThingPlace, 'kind'> & { kind?: Kind };

function placesIn(text: string, kinds: readonly Kind[]): NamedPlace[] {
  return [
    ...thingPlaces(text, kinds),
    ...SECTION_PLACES.flatMap((form) => {
      const { document, what } = form.exec(text)?.groups ?? {};
      return document ? [{ document, what }] : [];
    }),
  ];
}

/** Finds documents, and sections and things that are named together with their document. */
function placeTarget(text: string, nodes: Nodes, graph: KnownGraph): string | undefined {
  const whole = findDocument(text, nodes)?.id ?? numberedDocument(text, graph);
  if (whole) return whole;
  for (const { document: name, what, kind } of placesIn(text, graph.kinds)) {
    const document = findDocument(name, nodes)?.id ?? numberedDocument(name, graph);
    if (!document) continue;
    const thing = findThings(what, graph, kind).find((id) => nodeId.documentOf(id) === document);
    const found = kind ? thing : (findSection(document, what, nodes) ?? thing);
    if (found) return found;
  }
  return undefined;
}

/** The ids of the places that the words probably name as an address; several where the words leave the choice open. */
function findAddressed(text: string, nodes: Nodes, { kinds }: KnownGraph): string[] {
  const find = createAddressFinder(placesOf(nodes), announcementsOf(kinds));
  const matches = find(text).filter(({ by }) => by === 'place');
  return matches.filter(({ reading }) => reading === matches[0].reading).map(({ place }) => place.id);
}

function placesOf(nodes: Nodes): Place[] {
  return [...nodes.values()].flatMap((node): Place[] => {
    const { id, kind, title } = node;
    if (isDocument(node)) {
      const folder = node.file.includes('/')
        ? [`${node.file.split('/').at(-2)}/${node.number ?? node.id}`]
        : [];
      return [{ id, kind, title, number: node.number, names: [node.file, ...folder] }];
    }
    const document = nodeId.documentOf(id);
    if (document === undefined) return [];
    return [{ id, kind, title, document, number: isSection(node) ? node.number : writtenId(node) }];
  });
}

/** "BOLT #2" of a configuration that says how documents are named by number. */
function numberedDocument(text: string, { kinds, things }: KnownGraph): string | undefined {
  for (const kind of kinds) {
    for (const form of kind.definitions) {
      if (form.from !== 'files' || !form.pattern) continue;
      const ids = new RegExp(`^${form.pattern.pattern}$`, 'iu').exec(text)?.groups!.ids;
      const id = ids && new RegExp(form.pattern.item, 'iu').exec(ids)?.groups!.id;
      const document = id && things?.documentOf(kind, id);
      if (document) return nodeId.document(document.id);
    }
  }
  return undefined;
}

function findDocument(name: string, nodes: Nodes): DocumentNode | undefined {
  const wanted = withoutDocumentExtension(name.replace(/^\.\//, '')).toLowerCase();
  const tail = wanted.slice(wanted.lastIndexOf('/') + 1);
  const documents = documentsOf(nodes);
  return (
    documents.find(
      (document) =>
        document.id.toLowerCase() === wanted ||
        withoutDocumentExtension(document.file).toLowerCase() === wanted,
    ) ??
    documents.find((document) => document.title.toLowerCase() === wanted) ??
    // "Section 3 of spec/14" and "decision:02/1" end like the name of a document, but name a part of it.
    (/[\s:]/.test(wanted)
      ? undefined
      : (documents.find((document) => sameNumber(document.number, tail) || lastPart(document.id) === tail) ??
        onlyOne(
          documents.filter((document) => /^\d+$/.test(tail) && lastPart(document.id).startsWith(`${tail}-`)),
        )))
  );
}

/** "14" is the file "14-edge.md" where no configuration says how documents are numbered. */
function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Finds a section by slug, number or heading, or by the number before the dash in "3-…" (as lists of sections show it).
 */
function findSection(document: string, what: string, nodes: Nodes): string | undefined {
  const wanted = what
    .trim()
    .toLowerCase()
    .replace(/^(?:section |§ ?)/, '');
  const sections = sectionsOf(document, nodes);
  const letter = /^(?:appendix|annex) ([a-z])$/.exec(wanted)?.[1];
  const number = (section: SectionNode): string | undefined => section.number?.toLowerCase();
  return (
    sections.find((section) => section.slug === wanted) ??
    sections.find(
      (section) => section.number !== undefined && (number(section) === wanted || number(section) === letter),
    ) ??
    sections.find((section) => section.title.toLowerCase() === wanted) ??
    sections.find(
      (section) =>
        number(section) === /^(\d[\w.]*)-(?:…|\.\.\.)$/.exec(wanted)?.[1] && number(section) !== undefined,
    ) ??
    // "## Section 3: Rules", "## Part 2: Limits".
    sections.find((section) =>
      [labelIn(section.title), labelIn(section.title)?.replace(/^section /, '')].includes(wanted),
    ) ??
    (wanted === 'appendix' || wanted === 'annex'
      ? sections.find((section) => section.title.toLowerCase().startsWith(wanted))
      : undefined)
  )?.id;
}

/** "part 2" of "Part 2: Limits". */
function labelIn(title: string): string | undefined {
  return /^(?<label>(?:section|part|chapter) \d[\w.]*?)(?:[.:)]|\s|$)/i
    .exec(title)
    ?.groups!.label.toLowerCase();
}

function documentsOf(nodes: Nodes): DocumentNode[] {
  return [...nodes.values()].filter(isDocument);
}

function sectionsOf(document: string, nodes: Nodes): SectionNode[] {
  return [...nodes.values()].filter(isSection).filter((node) => node.document === document);
}

/** "4" and "04" are one document. */
function sameNumber(number: string | undefined, given: string): boolean {
  return number !== undefined && /^\d+$/.test(given) && Number(number) === Number(given);
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}

/** Ids of the things, or numbers of the top-level sections: all sections would be a long list. */
function numbersOf(document: DocumentNode, kind: Kind | undefined, nodes: Nodes): string[] {
  const own = kind
    ? namesOfThings(nodes, kind, document.id)
    : sectionsOf(document.id, nodes)
        .filter((section) => section.depth <= 2)
        .map((section) => section.number);
  return own.filter((number) => number !== undefined).toSorted(compareNames);
}

/** More places of one number would be a long list: "Section 3" is one of nearly every document. */
const MAX_LISTED = 6;

/**
 * Throws with a hint. Where the words name a document, only what is in it can have been meant.
 * @param found ids of several things that the words name
 */
function fail(text: string, nodes: Nodes, graph: KnownGraph, found: readonly string[]): never {
  if (found.length > 1 && found.length <= MAX_LISTED) {
    const name = createNodeNamer(graph);
    throw new UsageError(`"${text}" names several things`, `write ${found.map(name).join(', or ')}`);
  }
  for (const { document: name, what, kind } of placesIn(text, graph.kinds)) {
    const document = findDocument(name, nodes);
    if (document) failIn(document, what, kind, nodes);
  }
  if (/^(?:section|step|appendix|annex|§)/i.test(text) && !/\s(?:of|in)\s/i.test(text)) {
    throw new UsageError(`"${text}" names no document`, `write "${text} of DOCUMENT"`);
  }
  const names = [
    ...documentsOf(nodes).flatMap((node) => [node.id, node.file]),
    ...graph.kinds.flatMap((kind) => namesOfThings(nodes, kind)),
  ];
  // Any two numbers are spelled alike.
  const meant = didYouMean(
    text,
    names.filter((name) => !isBareNumber(name)),
  );
  throw new UsageError(
    `there is nothing called "${text}"`,
    meant ? `did you mean ${meant}?` : `name ${whatCanBeNamed(graph.kinds)}`,
  );
}

function failIn(document: DocumentNode, what: string, kind: Kind | undefined, nodes: Nodes): never {
  // A list of the existing numbers helps more than a similar one.
  const meant = /^\d/.test(what)
    ? undefined
    : didYouMean(
        what,
        sectionsOf(document.id, nodes).flatMap((section) => [section.slug, section.title]),
      );
  const numbers = numbersOf(document, kind, nodes);
  const { one, many } = (kind ?? sectionKind).name;
  throw new UsageError(
    `${document.file} has no ${one} ${what}`,
    meant
      ? `did you mean "${meant}"?`
      : numbers.length > 1
        ? `its ${many} are ${numbers.join(', ')}`
        : undefined,
  );
}

/** "a document, a section …, a requirement or a phase (a section with its document: …)". */
function whatCanBeNamed(kinds: readonly Kind[]): string {
  const nameable = kinds.filter(({ definitions }) => definitions.length > 0);
  const names = nameable.map(({ name }) => `${/^[aeiou]/i.test(name.one) ? 'an' : 'a'} ${name.one}`);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}; what is part of a document is named with it: "Section 3 of spec/14"`;
}
