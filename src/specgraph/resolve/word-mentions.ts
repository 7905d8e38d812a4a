/** Finds mentions of defined terms: the ids of a kind as words of the prose. They can be read once all documents are known. */
import { escapeExpression } from '../text/expressions.ts';
import type { Kind } from '../kinds/index.ts';
import type { DocumentFacts, GraphEdge, ProseUnit } from '../model/index.ts';
import { nodeId } from './ids.ts';
import { once } from './once.ts';
import type { Thing, ThingIndex } from './things.ts';

/** Terms of one kind with the pattern that finds any of them. */
interface Terms {
  byWords: ReadonlyMap<string, Thing>;
  pattern: RegExp;
}

export interface WordMentions {
  /** The mentions of all terms in a document. */
  edgesOf(facts: DocumentFacts): GraphEdge[];
}

export function wordMentions(things: ThingIndex, kinds: readonly Kind[]): WordMentions {
  const terms = once(() =>
    kinds
      .filter((kind) => kind.mentions.some(({ by }) => by === 'words'))
      .flatMap((kind) => termsOf(kind, things) ?? []),
  );
  return {
    edgesOf: (facts) => terms().flatMap((own) => facts.units.flatMap((unit) => mentionsIn(unit, own, facts))),
  };
}

function termsOf(kind: Kind, things: ThingIndex): Terms | undefined {
  const ignoresCase = kind.ids.ignore.includes('case');
  const byWords = new Map<string, Thing>();
  for (const thing of things.all)
    if (thing.kind.id === kind.id) byWords.set(ignoresCase ? thing.id.toLowerCase() : thing.id, thing);
  if (byWords.size === 0) return undefined;
  const words = [...byWords.keys()].toSorted((a, b) => b.length - a.length);
  const any = words.map((word) => escapeExpression(word).replace(/\s+/g, String.raw`\s+`)).join('|');
  return {
    byWords,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_-])(?<term>${any})(?:e?s)?(?![\p{L}\p{N}_-])`,
      ignoresCase ? 'giu' : 'gu',
    ),
  };
}

function mentionsIn(unit: ProseUnit, { byWords, pattern }: Terms, facts: DocumentFacts): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const sentence of unit.sentences) {
    for (const match of sentence.text.matchAll(pattern)) {
      const words = match.groups!.term.replace(/\s+/g, ' ');
      const thing = byWords.get(words) ?? byWords.get(words.toLowerCase());
      if (!thing) continue;
      const range = sentence.place(match.index, match.index + match[0].length);
      if (isDefinition(thing, range, facts)) continue;
      edges.push({
        kind: 'mentions',
        source: unit.section ? nodeId.section(facts.id, unit.section) : nodeId.document(facts.id),
        target: thing.node,
        resolved: true,
        range,
        text: match[0],
        context: unit.kind === 'row' ? unit.text : sentence.text,
        via: 'prose',
      });
    }
  }
  return edges;
}

/** The words that define the term. */
function isDefinition(
  { definition }: Thing,
  range: { line: number; column: number },
  facts: DocumentFacts,
): boolean {
  const { range: own } = definition;
  return own.file === facts.path && own.line === range.line && own.column === range.column;
}
