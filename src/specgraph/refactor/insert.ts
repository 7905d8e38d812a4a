/** Inserts a heading; the numbers behind it make room. */
import { isDocument, isPart } from '../kinds/nodes.ts';
import type { DocumentFacts, GraphNode, SectionFacts } from '../model/index.ts';
import { UsageError } from '../usage-error.ts';
import { headingWords, writeHeading } from './heading-form.ts';
import { aroundBlock } from './layout.ts';
import { siblingsOf, writtenNumber } from './headings.ts';
import { hasNumber, isPlainlyCounted, Numbering } from './numbering.ts';
import { placeBeside, type Anchor, type SectionPlace } from './places.ts';
import type { RefactorRequest } from './request.ts';
import { emptyDraft, type Before, type Draft } from './state.ts';

type InsertRequest = Extract<RefactorRequest, { action: 'insert' }>;

export function draftInsert(node: GraphNode, { title, side }: InsertRequest, before: Before): Draft {
  const anchor = anchorOf(node, before);
  const words = headingWords(title);
  if (!anchor.section && side === 'before')
    throw new UsageError('no section stands before a document', 'use --under');
  const numbering = new Numbering(anchor.facts);
  const place = placeBeside(anchor, side ?? (anchor.section ? 'after' : 'under'), numbering);
  if (place.depth > 6) throw new UsageError('a heading cannot be deeper than six signs');
  if (side === 'before' && anchor.section) refuseBeforeAppendix(anchor.facts, anchor.section, place);
  const draft = emptyDraft();
  if (place.number !== undefined) numbering.open(place.following, place.number);
  numbering.write(draft.changes);
  const { lead, trail } = aroundBlock(anchor.facts, place.gap);
  const heading = writeHeading(place.form, place.number, words);
  draft.changes.add(anchor.facts.path, {
    start: place.gap.offset,
    end: place.gap.offset,
    text: lead + heading + trail,
    sort: 'whole section',
  });
  return draft;
}

/** Between the last section and the first appendix, what is new may be either. */
function refuseBeforeAppendix(facts: DocumentFacts, section: SectionFacts, place: SectionPlace): void {
  const siblings = siblingsOf(facts, section);
  const before = siblings.slice(0, siblings.indexOf(section)).findLast(hasNumber);
  if (isPlainlyCounted(section) || section.step !== undefined || section.label) return;
  if (!before || !isPlainlyCounted(before) || place.number === undefined) return;
  const [last, first] = [before, section].map((one) => `${facts.id}#${writtenNumber(one)}`);
  throw new UsageError(
    `before ${section.heading}, a section or an appendix could be meant`,
    `for a section, insert it --after "${last}"; for an appendix, insert it --after "${first}" and move it --before that one`,
  );
}

/** The document, or the section in it, that a target names. */
export function anchorOf(node: GraphNode, { graph }: Before): Anchor {
  if (isDocument(node)) return { facts: graph.document(node.id)! };
  if (!isPart(node)) throw new UsageError(`${node.title} is no document and no section`);
  const facts = graph.document(node.document)!;
  return { facts, section: facts.sections.find(({ slug }) => slug === node.slug) };
}
