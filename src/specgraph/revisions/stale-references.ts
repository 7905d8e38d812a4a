/** Finds references that meant one thing in an earlier revision and mean another now, though nobody has edited them. */
import type { DocumentFacts, GraphEdge, RevisionPlace, StaleReference } from '../model/index.ts';
import { documentOf, nodeId } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
import { compareRevisions, type PlacedSection, type RevisionComparison } from './compare.ts';
import { correctionOf, numberOf, textAt } from './describe.ts';
import { likenessOfTexts } from './match.ts';
import { judgeRanges, type Followed } from './ranges.ts';

/** A document, or one of its sections, in one revision. */
export type Target = { facts: DocumentFacts; section?: PlacedSection['section'] };

/** @returns the stale references in reading order */
export function findStaleReferences(before: GraphView, now: GraphView): StaleReference[] {
  const comparison = compareRevisions(before.documents, now.documents);
  const followed = pairReferences(before, now, comparison).flatMap(({ was, is, isUnchanged }): Followed[] => {
    const target = targetOf(was, before);
    if (!target) return [];
    const place = targetNow(target, comparison);
    return [
      {
        edge: is,
        number: numberOf(placeOf(target)),
        numberNow: place && numberOf(placeOf(place)),
        now: place?.section && { facts: place.facts, section: place.section },
        stale: isInPlace(is, target, place)
          ? undefined
          : compareTargets(target, targetOf(is, now), comparison),
        isUnchanged,
      },
    ];
  });
  const ranges = judgeRanges(followed, now, comparison.isOld);
  const pathNow = new Map(before.documents.map((facts) => [facts.path, comparison.documentNow(facts)?.path]));
  return followed.flatMap((reference) => {
    const { edge, stale, isUnchanged } = reference;
    const corrections = ranges.has(reference)
      ? ranges.get(reference)
      : isUnchanged && stale
        ? correctionOf({ ...stale, edge }, now, pathNow.get(stale.was.file))
        : [];
    return stale && corrections ? { ...stale, edge, corrections } : [];
  });
}

/**
 * Whether a number still is the number of what it meant: if it leads elsewhere or nowhere now, that is because of the
 * documents around it, and not because its target moved.
 */
function isInPlace({ url }: GraphEdge, was: Target, now: Target | undefined): boolean {
  if (url !== undefined || !was.section || !now?.section) return false;
  return was.facts.id === now.facts.id && numberOf(placeOf(was)) === numberOf(placeOf(now));
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
  const free = new Set(before.edges.filter(isReference));
  const pairs = new Map<GraphEdge, ReferencePair>();
  /** Members that a range did not have before. */
  const unpaired = new Set<GraphEdge>();
  for (const keyOf of [sentenceKey, numberlessKey]) {
    const candidates = Map.groupBy(free, (edge) => keyOf(sourceNow(edge.source), edge));
    const present = Map.groupBy(
      now.edges.filter((edge) => isReference(edge) && !pairs.has(edge) && !unpaired.has(edge)),
      (edge) => keyOf(edge.source, edge),
    );
    for (const [key, edges] of present) {
      const list = candidates.get(key) ?? [];
      if (list.length === 0) continue;
      const isUnchanged = keyOf === sentenceKey;
      // A range has more members once more sections exist in it.
      const isByNumber = isUnchanged && list.length !== edges.length;
      for (const [i, is] of edges.entries()) {
        const number = isByNumber ? numberOfTarget(is, now) : undefined;
        const was = isByNumber
          ? list.find((edge) => number !== undefined && numberOfTarget(edge, before) === number)
          : list[i];
        if (was) pairs.set(is, { was, is, isUnchanged });
        else if (isByNumber) unpaired.add(is);
      }
      for (const edge of isByNumber ? list : list.slice(0, edges.length)) free.delete(edge);
    }
  }
  const left = now.edges.filter((edge) => isReference(edge) && !pairs.has(edge) && !unpaired.has(edge));
  for (const pair of pairBySimilarity(free, left, sourceNow)) pairs.set(pair.is, pair);
  return now.edges
    .flatMap((edge) => pairs.get(edge) ?? [])
    .filter(({ was, is }) => writtenTarget(was, before) === writtenTarget(is, now));
}

function numberOfTarget(edge: GraphEdge, graph: GraphView): string | undefined {
  const target = targetOf(edge, graph);
  return target && numberOf(placeOf(target));
}

/** What a reference says of its target: the destination and words of a link, the last word of others ("5" of "Sections 4 and 5"). */
function writtenTarget({ url, text, range }: GraphEdge, graph: GraphView): string {
  const source = graph.document(range!.file)?.source;
  if (url !== undefined || source === undefined) return `${url} ${text}`;
  const words = textAt(range!, source);
  return /\d/.test(words) ? words.slice(words.search(/\S+$/)) : words;
}

/** The same words in the same sentence. */
function sentenceKey(source: string, { text, context }: GraphEdge): string {
  return `${source}\0${text}\0${context}`;
}

/** The same sentence, whatever its numbers are. */
function numberlessKey(source: string, { text, context }: GraphEdge): string {
  const mask = (words = ''): string => words.replaceAll(/\d+(?:\.\d+|[a-z]\b)*/g, '#');
  return `${source}\0${mask(text)}\0${mask(context)}`;
}

/** Sentences are the same, edited, from this likeness (0 to 1) on. */
const MIN_LIKENESS_OF_SENTENCES = 0.6;

/** Pairs each reference with the one in the most similar sentence of its section. */
function* pairBySimilarity(
  before: Iterable<GraphEdge>,
  now: readonly GraphEdge[],
  sourceNow: (id: string) => string,
): Iterable<ReferencePair> {
  const bySource = Map.groupBy(before, (edge) => sourceNow(edge.source));
  const used = new Set<GraphEdge>();
  for (const is of now) {
    const candidates = (bySource.get(is.source) ?? [])
      .filter((edge) => !used.has(edge))
      .map((was) => ({ was, likeness: likenessOfTexts(was.context ?? '', is.context ?? '') }))
      .filter(({ likeness }) => likeness >= MIN_LIKENESS_OF_SENTENCES)
      .toSorted((a, b) => b.likeness - a.likeness);
    const best = candidates.filter(({ likeness }) => likeness === candidates[0].likeness);
    const was = (best.find((candidate) => candidate.was.text === is.text) ?? best[0])?.was;
    if (!was) continue;
    used.add(was);
    yield { was, is, isUnchanged: false };
  }
}

function isReference({ kind, range, text }: GraphEdge): boolean {
  return kind === 'refers' && range !== undefined && text !== undefined;
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
