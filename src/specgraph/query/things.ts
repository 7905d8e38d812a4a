/** Finds things by their ids: a variable, a step, a requirement, whatever the kinds of the set define. */
import { BUILT_IN_KINDS, isDocument, isSection, normalId, writtenId, type Kind } from '../kinds/index.ts';
import { sectionKind } from '../kinds/section.ts';
import type { GraphNode } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { escapeExpression } from '../text/expressions.ts';
import type { NamedGraph } from './question.ts';

export type Nodes = ReadonlyMap<string, GraphNode>;

/** Words that name a thing of one kind in a document. */
export interface ThingPlace {
  document: string;
  what: string;
  kind: Kind;
}

/**
 * The ids of the nodes that the words name: by id ("ORCH-03"), by label ("Phase 9"), by kind and id ("phase:9",
 * "decision 3"). An id in the same letter case comes before others.
 * @param only the kind that is meant; any kind where absent
 */
export function findThings(
  text: string,
  { nodes, kinds = BUILT_IN_KINDS }: NamedGraph,
  only?: Kind,
): string[] {
  const asked = kinds
    .filter((kind) => !only || kind === only)
    .flatMap((kind) => spellingsOf(text, kind).map((id) => ({ kind, id })));
  const found = nodes.filter(isThing).flatMap((node) => {
    const own = asked.find(({ kind, id }) => kind.id === node.kind && isSameId(node, id, kind));
    return own ? [{ node, isExact: own.id === writtenId(node) }] : [];
  });
  const exact = found.filter(({ isExact }) => isExact);
  return (exact.length > 0 ? exact : found).map(({ node }) => node.id);
}

/** Whether the words are a number alone, which can be the id of many things. */
export function isBareNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** The ids of all things of a kind as they are written; of one document where it is given. */
export function namesOfThings(nodes: Nodes, kind: Kind, document?: string): string[] {
  return [...nodes.values()].flatMap((node) =>
    isThing(node) && node.kind === kind.id && (!document || nodeId.documentOf(node.id) === document)
      ? [writtenId(node) ?? nodeId.nameOf(node.id)]
      : [],
  );
}

/** "Step 7b of spec/02", "spec/02, Step 7b", "step:02/7b": a thing that is unique in its document, and the document. */
export function thingPlaces(text: string, kinds: readonly Kind[]): ThingPlace[] {
  return kinds.flatMap((kind) => {
    if (kind.scope === 'set' || kind.id === sectionKind.id) return [];
    const head = headOf(kind);
    const forms = [
      `^${head}(?<what>\\S+?)(?: (?:of|in)|,)? (?<document>\\S.*)$`,
      `^${escapeExpression(kind.id)}:(?<document>.+)/(?<what>[^/\\s]+)$`,
      `^(?<document>.+?)(?:#|,? )${head}(?<what>\\S+)$`,
    ];
    return forms.flatMap((form) => {
      const { document, what } = new RegExp(form, 'iu').exec(text)?.groups ?? {};
      return document ? [{ document, what, kind }] : [];
    });
  });
}

/** Everything but documents and sections, which are named by path, title and number. */
function isThing(node: GraphNode): boolean {
  return !isDocument(node) && !isSection(node);
}

function isSameId(node: GraphNode, id: string, kind: Kind): boolean {
  const normal = (text: string): string => normalId(text, kind).toLowerCase();
  return normal(writtenId(node) ?? nodeId.nameOf(node.id)) === normal(id);
}

/** What the words can be the id of a kind in: the words themselves, and what follows the kind or the head of its label. */
function spellingsOf(text: string, kind: Kind): string[] {
  const behind = new RegExp(`^${headOf(kind)}(?<id>\\S.*)$`, 'iu').exec(text)?.groups!.id;
  return behind === undefined ? [text] : [behind, text];
}

/** Expression for what announces an id: "Step ", "step-", "DR-", "decision:". */
function headOf({ id, label, name }: Kind): string {
  const before = label.slice(0, Math.max(0, label.indexOf('{id}')));
  const words = [...new Set([id, name.one, ...(before.trim() ? [before] : [])])];
  return `(?:${words.map((word) => `${escapeExpression(word.replace(/[\s-]+$/, ''))}[-: #]?\\s?`).join('|')})`;
}
