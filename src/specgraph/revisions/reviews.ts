/**
 * What an author has read: a file with one line for each reference to a section, in the order of the alphabet, so that
 * lines of two branches can be merged. A line holds the section that refers, the section that it refers to, and a
 * fingerprint of what that said when it was read:
 *
 *     02-server#ports -> 01-reference#parameters 1f0c9a5be3d27
 */
import type { DocumentFacts, GraphEdge, SectionFacts } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { compare } from '../text/ordered.ts';
import { oncePer } from '../resolve/once.ts';
import { targetOf } from './stale-references.ts';
import { fingerprintOf, sentencesOf } from './substance.ts';

/** Name of the file in the folder of the set. */
export const REVIEWS_FILE = '.specgraph-reviews';

/** A reference from one section to another one. */
export interface SectionReference {
  /** Of the two sections: they stay the same when sections are renumbered. */
  key: string;
  /** The first reference between the two. */
  edge: GraphEdge;
  source: { facts: DocumentFacts; section?: SectionFacts };
  target: { facts: DocumentFacts; section: SectionFacts };
  /** Of what the target says. */
  fingerprint: string;
}

const LINE = /^(?<key>\S+ -> \S+) (?<fingerprint>[\da-f]+)$/;

/** Fingerprints by key; two branches may have read two versions. */
export type Reviews = ReadonlyMap<string, ReadonlySet<string>>;

export function readReviews(text: string): Reviews {
  const reviews = new Map<string, Set<string>>();
  for (const line of text.split(/\r?\n/)) {
    const { key, fingerprint } = LINE.exec(line.trim())?.groups ?? {};
    if (key === undefined) continue;
    reviews.set(key, (reviews.get(key) ?? new Set()).add(fingerprint));
  }
  return reviews;
}

/** The text of the file. */
export function writeReviews(reviews: Reviews): string {
  return [...reviews]
    .flatMap(([key, fingerprints]) => [...fingerprints].map((fingerprint) => `${key} ${fingerprint}\n`))
    .toSorted(compare)
    .join('');
}

/** The references of a graph from sections to sections, one for each pair. */
export const sectionReferences = oncePer((graph: GraphView): SectionReference[] => {
  const found = new Map<string, SectionReference>();
  for (const edge of graph.edges) {
    if (edge.kind !== 'refers' || !edge.resolved || edge.range === undefined) continue;
    const target = targetOf(edge, graph);
    const facts = graph.document(edge.range.file);
    if (!target?.section || !facts) continue;
    const node = graph.node(edge.source);
    const section = facts.sections.find(({ slug }) => node && 'slug' in node && slug === node.slug);
    if (target.facts === facts && target.section === section) continue;
    const key = `${nameOf(facts, section)} -> ${nameOf(target.facts, target.section)}`;
    if (found.has(key)) continue;
    found.set(key, {
      key,
      edge,
      source: { facts, section },
      target: { facts: target.facts, section: target.section },
      fingerprint: fingerprintOf(sentencesOf(target.facts, target.section)),
    });
  }
  return [...found.values()];
});

/** "02-server#ports": the title instead of the anchor, which changes with the number. */
function nameOf({ id, sections }: DocumentFacts, section: SectionFacts | undefined): string {
  const document = id.replaceAll(' ', '%20');
  if (!section) return document;
  const words = titleWords(section);
  const isOnly = words !== '' && sections.filter((one) => titleWords(one) === words).length === 1;
  return `${document}#${isOnly ? words : section.slug}`;
}

function titleWords({ title }: SectionFacts): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** References whose target was read once and says something else now. */
export function unreadReferences(graph: GraphView, reviews: Reviews): SectionReference[] {
  if (reviews.size === 0) return [];
  return sectionReferences(graph).filter(({ key, fingerprint }) => {
    const read = reviews.get(key);
    return read !== undefined && !read.has(fingerprint);
  });
}
