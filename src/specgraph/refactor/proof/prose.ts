/**
 * The words around a reference still say what they said: one document is named, the numbers of a list are joined as before,
 * and no link has the title of a document to which it does not lead.
 */
import type { DocumentFacts, GraphEdge } from '../../model/index.ts';
import { nodeId } from '../../resolve/ids.ts';
import type { GraphView } from '../../view.ts';
import { isChoice, jointsOf } from '../connectives.ts';
import { withoutNumber } from '../follow/names-of-targets.ts';
import { spanOf, type Span } from '../headings.ts';
import type { Fault, Outcome } from '../outcome.ts';
import type { Before } from '../state.ts';
import type { Group } from './groups.ts';

/** @param groups the references at each place that was written, before and after */
export function proseFaults(before: Before, outcome: Outcome, groups: Iterable<Group>): Fault[] {
  const faults: Fault[] = [];
  for (const group of groups) {
    const [first] = group.before;
    const message = messageOf(group);
    if (message !== undefined)
      faults.push({ message, at: { file: first.range!.file, line: first.range!.line }, range: first.range });
  }
  return faults;

  function messageOf(group: Group): string | undefined {
    const [was, now] = [numbersOf(group.before), numbersOf(group.now)];
    if (was.length > 0 && now.length > 0) {
      const [lists, listsNow] = [listsOf(was, before.graph), listsOf(now, outcome.graph)];
      const found =
        doubledName(lists, listsNow) ??
        (group.sort === 'reference' ? changedJoint(lists, listsNow) : undefined);
      if (found !== undefined) return found;
    }
    return wrongTitle(group, before, outcome);
  }
}

/** References by number, and not the names of documents beside them. */
const numbersOf = (edges: readonly GraphEdge[]): GraphEdge[] =>
  edges.filter(
    ({ via, kind, text, target }) =>
      via === 'prose' &&
      kind === 'refers' &&
      nodeId.documentOf(target) !== target &&
      /\d|\b[A-Z]$/.test(text ?? ''),
  );

/** Numbers of sections and steps, from the first to the last one. */
interface List extends Span {
  facts: DocumentFacts;
  /** How many different things they name. */
  size: number;
}

/** The lists of one place, each with its own word: "Sections 6-8 as well as Section 2 of spec/08" are two. */
function listsOf(edges: readonly GraphEdge[], graph: GraphView): List[] {
  const facts = graph.document(edges[0].range!.file)!;
  const startOf = ({ range }: GraphEdge): number => spanOf(facts, range!).start;
  const lists: GraphEdge[][] = [];
  for (const edge of edges.toSorted((a, b) => startOf(a) - startOf(b))) {
    const head = lists.at(-1)?.[0];
    const isWithin = head?.text === edge.text && startOf(edge) < startOf(head!) + head!.text!.length;
    if (isWithin) lists.at(-1)!.push(edge);
    else lists.push([edge]);
  }
  return lists.map((own) => listOf(own, facts));
}

function listOf(edges: readonly GraphEdge[], facts: DocumentFacts): List {
  const spans = edges.map(({ range }) => spanOf(facts, range!));
  return {
    facts,
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    size: new Set(edges.map(({ target }) => target)).size,
  };
}

/** From the first list to the last one. */
function whole(lists: readonly List[]): List {
  return {
    facts: lists[0].facts,
    start: Math.min(...lists.map(({ start }) => start)),
    end: Math.max(...lists.map(({ end }) => end)),
    size: lists.reduce((sum, { size }) => sum + size, 0),
  };
}

const NAME = String.raw`(?:this\s+(?:document|specification|spec|page|file)|\[[^\]]*\]\([^()]*\)|\x60[^\x60]+\x60|[\w-]+\/\d[\w-]*|[\w./-]+\.mdx?)`;
const NAMED_BEHIND = new RegExp(String.raw`^\s+(?:of|in)\s+(?:the\s+)?${NAME}`);
const NAMED_TWICE_BEHIND = new RegExp(
  `${NAMED_BEHIND.source}(?:\\s+(?:of|in)\\s+(?:the\\s+)?${NAME}|\\s+(?:above|below)\\b)`,
);
/**
 * A link to a section before a number is one of an enumeration, and so is a name that belongs to a number before it:
 * "[keys](b.md#keys), Section 3 of [Beta](b.md)", "Section 2 of this document, Section 3 of spec/02".
 */
const NAMED_AHEAD = new RegExp(
  String.raw`(?<!\b(?:of|in)\s+(?:the\s+)?)(?<![\w./-])(?!\[[^\]]*\]\([^()]*#)${NAME},?\s+$`,
);
const REACH = 300;

/** "Section 3 of this document of spec/02", "spec/02, Section 3 of this document". */
function doubledName(was: readonly List[], now: readonly List[]): string | undefined {
  const doubled = now.find(isNamedTwice);
  if (!doubled || was.some(isNamedTwice)) return undefined;
  const { facts, start, end } = doubled;
  const behind = facts.source.slice(end, end + REACH);
  const from =
    start - (NAMED_AHEAD.exec(facts.source.slice(Math.max(0, start - REACH), start))?.[0].length ?? 0);
  const to = end + (NAMED_TWICE_BEHIND.exec(behind) ?? NAMED_BEHIND.exec(behind))![0].length;
  return `"${wordsOf(whole(was))}" would have two documents: "${wordsOf({ ...doubled, start: from, end: to })}"`;
}

function isNamedTwice({ facts: { source }, start, end }: List): boolean {
  const behind = source.slice(end, end + REACH);
  if (NAMED_TWICE_BEHIND.test(behind)) return true;
  return NAMED_BEHIND.test(behind) && NAMED_AHEAD.test(source.slice(Math.max(0, start - REACH), start));
}

function wordsOf({ facts, start, end }: List): string {
  return facts.source.slice(start, end).replace(/\s+/g, ' ');
}

/** "Section 4 or 5" that would be "Sections 4 and 5", "Sections 2 to 4" that would be "Sections 2-4". */
function changedJoint(lists: readonly List[], listsNow: readonly List[]): string | undefined {
  const [was, now] = [whole(lists), whole(listsNow)];
  if (was.size < 2 || now.size < 2) return undefined;
  const [wordsBefore, words] = [was, now].map((one) => withoutNames(wordsOf(one)));
  const joints = jointsOf(wordsBefore);
  const isOther =
    isChoice(wordsBefore) !== isChoice(words) ||
    (joints.length > 0 && jointsOf(words).some((joint) => !joints.includes(joint)));
  return isOther ? `"${wordsOf(was)}" would become "${wordsOf(now)}"` : undefined;
}

/** Names of documents may have an "or" of their own. */
function withoutNames(words: string): string {
  return words.replace(/\[[^\]]*\]\([^()]*\)|`[^`]*`/g, '');
}

/** "[Beta](#deep)" where the section has gone to Alpha. */
function wrongTitle(
  { before: was, now }: Group,
  before: Before,
  { graph, after }: Outcome,
): string | undefined {
  for (const edge of was) {
    const instead = now.find(({ via, text }) => via === 'link' && text === edge.text);
    if (edge.via !== 'link' || !instead?.resolved || !edge.resolved) continue;
    const [from, to] = [documentOf(edge, before.graph), documentOf(instead, graph)];
    if (!from || !to || after.documentNow(from).id === to.id) continue;
    const words = withoutNumber(edge.text ?? '');
    const node = before.graph.node(edge.target);
    const isOfSection = node !== undefined && 'slug' in node && withoutNumber(node.title) === words;
    if (
      words !== '' &&
      words === withoutNumber(from.title) &&
      words !== withoutNumber(to.title) &&
      !isOfSection
    )
      return `"${edge.text}" would be the words of a link to ${to.title}`;
  }
  return undefined;
}

function documentOf({ target }: GraphEdge, graph: GraphView): DocumentFacts | undefined {
  return graph.document(nodeId.documentOf(target) ?? target);
}
