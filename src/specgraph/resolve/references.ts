import type { SpecConfig } from '../config.ts';
import type { DocumentFacts, GraphEdge, RawReference } from '../model/index.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { DocumentIndex, IndexedDocument } from './document-index.ts';
import { nodeId } from './ids.ts';

/** Everything a name, number or id in prose can point at. */
export interface ReferenceScope {
  index: DocumentIndex;
  config: SpecConfig;
  variables: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
  requirements: ReadonlySet<string>;
  phases: ReadonlySet<string>;
  /** Matches a whole name that claims to be a variable or attribute. */
  claimsToBeName?: RegExp;
}

type Outcome = Pick<GraphEdge, 'kind' | 'target' | 'resolved' | 'why' | 'nearest' | 'owner'>;

/** @returns the edge, or undefined where the words turn out to be no reference, or not surely one. */
export function resolveReference(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): GraphEdge | undefined {
  const outcome = RESOLVERS[reference.kind](reference, from, scope);
  if (!outcome || (!outcome.resolved && reference.unsure)) return undefined;
  return {
    ...outcome,
    source: reference.section ? nodeId.section(from.id, reference.section) : nodeId.document(from.id),
    range: reference.range,
    text: reference.text,
    context: reference.context,
    via: reference.where,
  };
}

type Resolver = (reference: RawReference, from: DocumentFacts, scope: ReferenceScope) => Outcome | undefined;

const RESOLVERS: Record<RawReference['kind'], Resolver> = {
  document: resolveDocument,
  section: resolveSection,
  step: resolveStep,
  name: resolveName,
  requirement: ({ value }, _from, { requirements }) =>
    requirements.has(value)
      ? { kind: 'mentions', target: nodeId.requirement(value), resolved: true }
      : {
          kind: 'mentions',
          target: nodeId.requirement(value),
          resolved: false,
          why: 'unknown-requirement',
          nearest: didYouMean(value, requirements),
        },
  phase: ({ value }, _from, { phases }) => {
    const number = String(Number.parseInt(value, 10));
    return phases.has(number)
      ? { kind: 'mentions', target: nodeId.phase(number), resolved: true }
      : { kind: 'mentions', target: nodeId.phase(number), resolved: false, why: 'unknown-phase' };
  },
};

function resolveDocument(
  reference: RawReference,
  from: DocumentFacts,
  { index, config }: ReferenceScope,
): Outcome | undefined {
  const document = index.find(reference.value, from);
  if (document) return { kind: 'refers', target: nodeId.document(document.facts.id), resolved: true };
  // A file name in code may be any file of any project; a number with the set's own prefix is ours.
  if (!config.documentPrefix || !reference.value.startsWith(`${config.documentPrefix}/`)) return undefined;
  const paths = index.all.map((d) => d.facts.path);
  return {
    kind: 'refers',
    target: nodeId.missing(reference.value),
    resolved: false,
    why: 'missing-document',
    nearest: didYouMean(reference.value, paths),
  };
}

function ownerOf(
  reference: RawReference,
  from: DocumentFacts,
  index: DocumentIndex,
): IndexedDocument | undefined {
  return reference.owner.kind === 'current'
    ? index.byPath.get(from.path)
    : index.find(reference.owner.name, from);
}

/** Where the owner numbers no sections, a number in its name means nothing that can be checked. */
function resolveSection(
  reference: RawReference,
  from: DocumentFacts,
  { index }: ReferenceScope,
): Outcome | undefined {
  const owner = ownerOf(reference, from, index);
  if (!owner || owner.byNumber.size === 0) return undefined;
  const { id } = owner.facts;
  const section = owner.byNumber.get(reference.value);
  if (section) return { kind: 'refers', target: nodeId.section(id, section.slug), resolved: true };
  if (/^[A-Z]$/.test(reference.value) && !hasAppendices(owner)) return undefined;
  if (reference.owner.kind === 'current' && isNeighbours(reference.value, owner, index)) return undefined;
  return {
    kind: 'refers',
    target: nodeId.missingSection(id, reference.value),
    resolved: false,
    why: 'missing-section',
    owner: id,
  };
}

/** A work whose chapters are files counts on from one to the next: "Section 7.5" is the neighbour's where this one ends with 6. */
function isNeighbours(number: string, owner: IndexedDocument, index: DocumentIndex): boolean {
  const chapter = /^\d+/.exec(number)?.[0];
  return (
    owner.facts.number === undefined &&
    chapter !== undefined &&
    !owner.byNumber.has(chapter) &&
    index.hasSection(number)
  );
}

function hasAppendices(document: IndexedDocument): boolean {
  return [...document.byNumber.keys()].some((number) => /^[A-Z]/.test(number));
}

/**
 * A step belongs to the document named for it, to the appliance named before it, to the current document where that
 * has numbered steps, and otherwise to whichever boot sequence has it.
 */
function resolveStep(
  reference: RawReference,
  from: DocumentFacts,
  { index, config }: ReferenceScope,
): Outcome | undefined {
  const boots = config.bootSequences ?? [];
  const bootDocuments = (appliance?: string): IndexedDocument[] =>
    boots
      .filter((boot) => !appliance || boot.appliance === appliance)
      .flatMap((boot) =>
        index.all.filter((d) => d.facts.number === boot.document || d.facts.id === boot.document),
      );
  let candidates: IndexedDocument[];
  if (reference.owner.kind === 'document')
    candidates = [index.find(reference.owner.name, from)].filter((d) => d !== undefined);
  else if (reference.appliance) candidates = bootDocuments(reference.appliance);
  else candidates = [index.byPath.get(from.path)!, ...bootDocuments()];
  candidates = candidates.filter((document) => document.bySteps.size > 0);
  const owner = candidates.find((document) => document.bySteps.has(reference.value));
  if (owner) return { kind: 'refers', target: nodeId.step(owner.facts.id, reference.value), resolved: true };
  if (candidates.length === 0) return undefined;
  // Without boot sequences, a step that another document has may be meant there.
  if (boots.length === 0 && reference.owner.kind === 'current' && index.hasStep(reference.value))
    return undefined;
  const { id } = candidates[0].facts;
  return {
    kind: 'refers',
    target: nodeId.step(id, reference.value),
    resolved: false,
    why: 'missing-step',
    owner: id,
  };
}

function resolveName(
  reference: RawReference,
  _from: DocumentFacts,
  scope: ReferenceScope,
): Outcome | undefined {
  const { value } = reference;
  if (scope.variables.has(value)) return { kind: 'mentions', target: nodeId.variable(value), resolved: true };
  if (scope.attributes.has(value))
    return { kind: 'mentions', target: nodeId.attribute(value), resolved: true };
  if (!scope.claimsToBeName?.test(value)) return undefined;
  return {
    kind: 'mentions',
    target: nodeId.variable(value),
    resolved: false,
    why: 'unknown-name',
    nearest: didYouMean(value, [...scope.variables, ...scope.attributes]),
  };
}
