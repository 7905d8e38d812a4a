/** Finds references that meant one thing in an earlier revision and mean another now, though nobody has edited them. */
import type { DocumentFacts, GraphEdge, RevisionPlace, StaleReference } from '../model/index.ts';
import { documentOf, nodeId } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
import { compareRevisions, type PlacedSection, type RevisionComparison } from './compare.ts';
import { correctionOf, numberOf } from './describe.ts';
import { likenessOfTexts } from './match.ts';
import { judgeRanges, type Followed } from './ranges.ts';
import { writtenReferences, type WrittenReference } from './written-references.ts';

/** A document, or one of its sections, in one revision. */
export type Target = { facts: DocumentFacts; section?: PlacedSection['section'] };

/** @returns the stale references in reading order */
export function findStaleReferences(before: GraphView, now: GraphView): StaleReference[] {
  const comparison = compareRevisions(before.documents, now.documents);
  const followed = pairReferences(before, now, comparison).flatMap(
    (pair) => follow(pair, before, now, comparison) ?? [],
  );
  const ranges = judgeRanges(followed, now, comparison.isOld);
  const pathNow = new Map(before.documents.map((facts) => [facts.path, comparison.documentNow(facts)?.path]));
  const withNumbers = new Set(
    followed.filter(({ edge }) => edge.url === undefined).map(({ edge }) => sentenceOf(edge)),
  );
  return followed.flatMap((reference): StaleReference[] => {
    const { edge, stale, isUnchanged } = reference;
    if (!stale) return [];
    const path = pathNow.get(stale.was.file);
    // A number beside a link that leads to another document would be read as a number of that one.
    const isAlone = edge.url === undefined || path === stale.now?.file || !withNumbers.has(sentenceOf(edge));
    const corrections = ranges.has(reference)
      ? ranges.get(reference)
      : isUnchanged && isAlone
        ? correctionOf({ ...stale, edge }, now, path)
        : [];
    return corrections ? [{ ...stale, edge, corrections }] : [];
  });
}

function sentenceOf({ source, context }: GraphEdge): string {
  return `${source}\0${context}`;
}

/** Finds the target of a reference in both revisions; undefined where it had none, or nothing can be said of it. */
function follow(
  pair: ReferencePair,
  before: GraphView,
  now: GraphView,
  comparison: RevisionComparison,
): Followed | undefined {
  const { was, is, isUnchanged, isDropped } = pair;
  const target = targetOf(was, before);
  if (!target) return undefined;
  const place = targetNow(target, comparison);
  const numberNow = place && numberOf(placeOf(place));
  // A document without numbers has none that could be wrong.
  if (isDropped && place && numberNow === undefined) return undefined;
  const source = before.document(documentOf(was.source) ?? '');
  const isCarried = source !== undefined && comparison.documentNow(source)?.id !== documentOf(is.source);
  const isOwn = source === target.facts;
  const stale =
    !(isCarried && isOwn) && isInPlace(is, target, place, isOwn, comparison)
      ? undefined
      : compareTargets(target, targetOf(is, now), comparison);
  return {
    edge: is,
    number: numberOf(placeOf(target)),
    numberNow,
    now: place?.section && { facts: place.facts, section: place.section },
    stale: stale && { ...stale, isCarried },
    // The number of a section that stayed says nothing in another document.
    isUnchanged: isUnchanged && !(isCarried && isOwn && is.url === undefined),
  };
}

/**
 * Whether a number still is the number of what it meant: if it leads elsewhere or nowhere now, that is because of the
 * documents around it, and not because its target moved.
 * @param isOwn whether it named a section of its own document, which may have another file name now
 */
function isInPlace(
  { url }: GraphEdge,
  was: Target,
  now: Target | undefined,
  isOwn: boolean,
  { documentNow }: RevisionComparison,
): boolean {
  if (url !== undefined || !was.section || !now?.section) return false;
  const isSameDocument = isOwn ? documentNow(was.facts) === now.facts : was.facts.id === now.facts.id;
  return isSameDocument && numberOf(placeOf(was)) === numberOf(placeOf(now));
}

/** What the reference meant, where that is now, and what it means instead; undefined where it is right or nothing is certain. */
function compareTargets(
  was: Target,
  instead: Target | undefined,
  comparison: RevisionComparison,
): Omit<StaleReference, 'edge' | 'corrections'> | undefined {
  const now = targetNow(was, comparison);
  if (now && instead && now.facts === instead.facts && now.section === instead.section) return undefined;
  if (now && was.section && !comparison.isCertain(was.section)) return undefined;
  // A section whose text is all new may be the old one, rewritten.
  if (!now && instead && !(instead.section && comparison.isOld(instead.section))) return undefined;
  return {
    was: placeOf(was),
    now: now && placeOf(now),
    instead: instead && placeOf(instead),
  };
}

function targetNow({ facts, section }: Target, comparison: RevisionComparison): Target | undefined {
  if (section) return comparison.sectionNow(section);
  const document = comparison.documentNow(facts);
  return document && { facts: document };
}

/** The document or section that a resolved reference leads to; undefined for all other things. */
export function targetOf({ target, resolved }: GraphEdge, graph: GraphView): Target | undefined {
  const node = resolved ? graph.node(target) : undefined;
  const facts = node && graph.document(documentOf(node.id) ?? '');
  if (!node || !facts) return undefined;
  if (!('slug' in node)) return { facts };
  const section = facts.sections.find(({ slug }) => slug === node.slug);
  return section && { facts, section };
}

function placeOf({ facts, section }: Target): RevisionPlace {
  return { file: facts.path, document: facts.number, title: section?.title ?? facts.title, section };
}

export interface ReferencePair {
  was: GraphEdge;
  is: GraphEdge;
  isUnchanged: boolean;
  /** Whether the present graph has no edge for the reference: its number need not be one of the set. */
  isDropped: boolean;
}

interface Pair {
  was: WrittenReference;
  is: WrittenReference;
  isUnchanged: boolean;
}

/**
 * Pairs the references of two revisions: in the same sentence; in a sentence in which only numbers differ; and in the most
 * similar sentence of the same section. A pair with different words is one that somebody has corrected: it is left out.
 */
export function pairReferences(
  before: GraphView,
  now: GraphView,
  comparison: RevisionComparison,
): ReferencePair[] {
  const sourceNow = sourceFinder(before, comparison);
  const [earlier, present] = [writtenReferences(before), writtenReferences(now)];
  const free = new Set(earlier);
  const pairs = new Map<WrittenReference, Pair>();
  const add = (pair: Pair): void => {
    pairs.set(pair.is, pair);
    free.delete(pair.was);
  };
  for (const keyOf of [sentenceKey, numberlessKey]) {
    const candidates = Map.groupBy(free, (one) => keyOf(sourceNow(one.edge.source), one));
    const left = present.filter((one) => !pairs.has(one));
    for (const [key, list] of Map.groupBy(left, (one) => keyOf(one.edge.source, one)))
      for (const [i, was] of (candidates.get(key) ?? []).slice(0, list.length).entries())
        add({ was, is: list[i], isUnchanged: keyOf === sentenceKey });
  }
  const left = present.filter((one) => !pairs.has(one));
  for (const pair of pairBySimilarity(free, left, sourceNow)) pairs.set(pair.is, pair);
  return present
    .flatMap((one) => pairs.get(one) ?? [])
    .filter(({ was, is }) => was.names === is.names)
    .map(({ was, is, isUnchanged }) => ({
      was: was.edge,
      is: is.edge,
      isUnchanged,
      isDropped: is.isDropped,
    }));
}

/** The same words in the same sentence. */
function sentenceKey(source: string, { names, edge: { text, context } }: WrittenReference): string {
  return [source, names, text, context].join('\0');
}

/** The same sentence, whatever its numbers are. */
function numberlessKey(source: string, { edge: { text, context } }: WrittenReference): string {
  const mask = (words = ''): string => words.replaceAll(/\d+(?:\.\d+|[a-z]\b)*/g, '#');
  return [source, mask(text), mask(context)].join('\0');
}

/** Sentences are the same, edited, from this likeness (0 to 1) on. */
const MIN_LIKENESS_OF_SENTENCES = 0.6;

/** Pairs each reference with the one in the most similar sentence of its section. */
function* pairBySimilarity(
  before: Iterable<WrittenReference>,
  now: readonly WrittenReference[],
  sourceNow: (id: string) => string,
): Iterable<Pair> {
  const bySource = Map.groupBy(before, ({ edge }) => sourceNow(edge.source));
  const used = new Set<WrittenReference>();
  for (const is of now) {
    const candidates = (bySource.get(is.edge.source) ?? [])
      .filter((one) => !used.has(one))
      .map((was) => ({ was, likeness: likenessOfTexts(was.edge.context ?? '', is.edge.context ?? '') }))
      .filter(({ likeness }) => likeness >= MIN_LIKENESS_OF_SENTENCES)
      .toSorted((a, b) => b.likeness - a.likeness);
    const best = candidates.filter(({ likeness }) => likeness === candidates[0].likeness);
    const was = (best.find((candidate) => isAlike(candidate.was, is)) ?? best[0])?.was;
    if (!was) continue;
    used.add(was);
    yield { was, is, isUnchanged: false };
  }
}

function isAlike(was: WrittenReference, is: WrittenReference): boolean {
  return was.names === is.names && was.edge.text === is.edge.text;
}

/** Maps the id of a section or document that holds references to its present id. */
function sourceFinder(before: GraphView, comparison: RevisionComparison): (id: string) => string {
  const known = new Map<string, string>();
  for (const facts of before.documents) {
    const document = comparison.documentNow(facts);
    if (document) known.set(nodeId.document(facts.id), nodeId.document(document.id));
    for (const section of facts.sections) {
      const now = comparison.sectionNow(section);
      if (now)
        known.set(nodeId.section(facts.id, section.slug), nodeId.section(now.facts.id, now.section.slug));
    }
  }
  return (id) => known.get(id) ?? id;
}
