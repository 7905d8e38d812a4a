/** The words with which links name a document where they say whose sections they mean: "Section 3 of [Beta](b.md)". */
import type { DocumentFacts, GraphEdge } from '../../model/index.ts';
import { nodeId } from '../../resolve/ids.ts';
import { spanOf } from '../headings.ts';
import { withoutNumber } from './names-of-targets.ts';
import type { Before } from '../state.ts';

const NUMBER_BEFORE = /\d[a-z]?\)?\s+(?:of|in)\s+(?:the\s+)?$/;
const NUMBER_BEHIND = /^,?\s+(?:Sections?\s|§|Appendix\s|Chapters?\s)/;

/**
 * @param owner as it is after the refactoring
 * @returns the words that most of these links have; the title where there are none, or where it is another one now
 */
export function linkWordsOf(owner: DocumentFacts, before: Before): string {
  const title = owner.title.replace(/[[\]]/g, '');
  const was = before.graph.document(owner.id);
  if (was?.title !== owner.title) return title;
  const counts = new Map<string, number>();
  for (const edge of before.graph.edges) {
    const words = edge.via === 'link' && isOf(edge, owner) ? ownerWordsOf(edge, before) : undefined;
    if (words !== undefined) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? title;
}

/** Links to sections have the words of the sections, unless they have those of the title. */
function isOf({ target, resolved, text }: GraphEdge, { id, title }: DocumentFacts): boolean {
  if (!resolved) return false;
  if (target === nodeId.document(id)) return true;
  return nodeId.documentOf(target) === id && withoutNumber(text ?? '') === withoutNumber(title);
}

/** The words of a link beside a number, without marks; code names files, which have their own style. */
function ownerWordsOf({ range }: GraphEdge, { graph }: Before): string | undefined {
  const facts = graph.document(range!.file)!;
  const { start, end } = spanOf(facts, range!);
  const { source } = facts;
  const words = /^\[([^[\]`]+)\]\(/.exec(source.slice(start, end))?.[1];
  if (words === undefined || /^\W*(?:Section|§|\d)/.test(words)) return undefined;
  const isBeside =
    NUMBER_BEFORE.test(source.slice(Math.max(0, start - 20), start)) ||
    NUMBER_BEHIND.test(source.slice(end, end + 12));
  return isBeside ? words : undefined;
}
