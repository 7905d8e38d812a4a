/** Resolves mentions of the kinds whose definitions stand in documents. */
import { isOfDocuments, labelOfId, type Kind } from '../kinds/index.ts';
import type { DocumentFacts, GraphEdge, RawReference } from '../model/index.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { nodeId } from './ids.ts';
import type { ThingIndex } from './things.ts';

type Outcome = Pick<GraphEdge, 'kind' | 'target' | 'resolved' | 'why' | 'nearest' | 'thing'>;

/** @returns undefined for words that are no mention: nothing of the kind is defined, or two documents have the number */
export function resolveThing(
  reference: RawReference,
  from: DocumentFacts,
  { things }: { things: ThingIndex },
): Outcome | undefined {
  const { value } = reference;
  const kind = things.kind(reference.kind);
  if (!kind) return undefined;
  return isOfDocuments(kind) ? resolveNumber(kind, value, things) : resolveId(kind, reference, from, things);
}

/** "BOLT #2". */
function resolveNumber(kind: Kind, value: string, things: ThingIndex): Outcome | undefined {
  const document = things.documentOf(kind, value);
  if (document) return { kind: 'refers', target: nodeId.document(document.id), resolved: true };
  const isAmbiguous = document === null;
  if (isAmbiguous || things.numbersOf(kind).length === 0) return undefined;
  return {
    kind: 'refers',
    target: nodeId.missing(labelOfId(kind, value)),
    resolved: false,
    why: 'missing-document',
    thing: { kind: kind.id, id: value },
  };
}

function resolveId(
  kind: Kind,
  { value, isVague }: RawReference,
  from: DocumentFacts,
  things: ThingIndex,
): Outcome | undefined {
  const thing = things.find(kind, value, from);
  if (thing) return { kind: 'mentions', target: thing.node, resolved: true };
  const ids = things.idsOf(kind, from);
  if (ids.length === 0) return undefined;
  // Any two numbers are spelled alike, and "REQ-9" says nothing of the other numbers that exist.
  const similar = /^\d+$/.test(value) ? undefined : didYouMean(value, ids);
  if (isVague && !things.isMeant(kind, value, similar)) return undefined;
  const owner = kind.scope === 'set' ? undefined : from.id;
  return {
    kind: 'mentions',
    target: nodeId.thing(kind.id, value, owner),
    resolved: false,
    why: 'undefined',
    thing: { kind: kind.id, id: value },
    nearest: similar !== undefined && withoutDigits(similar) === withoutDigits(value) ? undefined : similar,
  };
}

function withoutDigits(id: string): string {
  return id.replaceAll(/\d/g, '');
}
