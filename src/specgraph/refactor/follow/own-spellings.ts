/** How a list of numbers is written that are those of the document in which it stands. */
import type { DocumentFacts, RawReference } from '../../model/index.ts';
import { sectionKind } from '../../kinds/section.ts';
import { stepKind } from '../../kinds/step.ts';
import { spanOf, type Span } from '../headings.ts';
import type { After, Before } from '../state.ts';
import type { PlacedList } from './number-lists.ts';
import { isNamedSelf, type OwnerPhrase } from './owner-phrase.ts';
import type { Spelling } from './split-list.ts';
import { targetNow, targetOf } from './targets.ts';

/**
 * The ways to write the list, the best first: "Section 3", or "Section 3 of this document" where the set writes so or another
 * document was named before.
 * @param phrase the words beside it that name another document, which go; other numbers that have the name get one of their own
 */
export function ownSpellings(
  list: PlacedList,
  words: string,
  phrase: OwnerPhrase | undefined,
  before: Before,
  after: After,
): Spelling[][] {
  const { start, end } = list;
  const span = phrase
    ? { start: Math.min(start, phrase.whole.start), end: Math.max(end, phrase.whole.end) }
    : { start, end };
  const bare = [{ ...span, text: words }];
  const named = [{ ...span, text: `${words} of this document` }];
  const linked = phrase ? linkedWords(words, phrase, list, before, after) : undefined;
  const isNamed = namesOthersBefore(list, span, before, after) || namesItselfUsually(before);
  return [
    ...(linked === undefined ? [] : [[{ ...span, text: linked }]]),
    ...(isNamed ? [named, bare] : [bare, named]),
  ];
}

/** "Section 2.1 of [Beta](b.md#deep)" becomes "[Section 2.1](#deep)": the link stays. */
function linkedWords(
  words: string,
  { link }: OwnerPhrase,
  { holder, members }: PlacedList,
  before: Before,
  after: After,
): string | undefined {
  const target = link && members.length === 1 ? targetOf(link.edge, before) : undefined;
  const now = target?.section && targetNow(target, after);
  return now?.section && now.facts.id === holder.id ? `[${words}](#${now.section.slug})` : undefined;
}

/**
 * Whether the sentence names another document before the list: its numbers would be looked for there.
 * @param written of the list with the name that goes
 */
function namesOthersBefore(
  { pointers, group, holder }: PlacedList,
  written: Span,
  before: Before,
  after: After,
): boolean {
  const { section, context } = group[0].reference;
  return [...pointers.links, ...pointers.references].some((one) => {
    const own = 'link' in one ? one.link : one.reference;
    if (own.section !== section || own.context !== context) return false;
    if (spanOf(pointers.facts, own.range).end > written.start) return false;
    const target = targetOf(one.edge, before);
    const now = target && targetNow(target, after);
    return now !== undefined && now.facts.id !== holder.id;
  });
}

/** The words of a list begin with its first number. */
function endOfWords(facts: DocumentFacts, { range, first, text }: RawReference): number {
  const { start, end } = spanOf(facts, range);
  return first === undefined ? end : start + text.length;
}

const known = new WeakMap<Before, boolean>();

/** Whether most numbers of the set that are those of their own document are written with "of this document". */
function namesItselfUsually(before: Before): boolean {
  const found = known.get(before) ?? mostAreNamed(before.graph.documents);
  known.set(before, found);
  return found;
}

function mostAreNamed(documents: readonly DocumentFacts[]): boolean {
  let [named, bare] = [0, 0];
  for (const facts of documents)
    for (const reference of facts.references) {
      const isNumber = reference.kind === sectionKind.id || reference.kind === stepKind.id;
      if (!isNumber || reference.by !== undefined || reference.owner.kind !== 'current') continue;
      // The numbers of one list are named together.
      if (reference.first !== undefined && reference.first !== reference.value) continue;
      if (isNamedSelf(facts, endOfWords(facts, reference))) named++;
      else bare++;
    }
  return named > bare;
}
