/** Resolves the references of the prose, by the kind of thing that they name. */
import { documentKind } from '../../kinds/document.ts';
import { phaseKind } from '../../kinds/phase.ts';
import { requirementKind } from '../../kinds/requirement.ts';
import { sectionKind } from '../../kinds/section.ts';
import { stepKind } from '../../kinds/step.ts';
import { figureKind } from '../../kinds/figure.ts';
import { tableKind } from '../../kinds/table.ts';
import type { DocumentFacts, GraphEdge, RawReference } from '../../model/index.ts';
import { nodeId } from '../ids.ts';
import { resolveThing } from '../resolve-thing.ts';
import { resolveCaption } from './captions.ts';
import { resolveDocument } from './documents.ts';
import { resolveName, resolvePhase, resolveRequirement } from './listed.ts';
import type { ReferenceScope, Resolver } from './scope.ts';
import { resolveSection } from './sections.ts';
import { resolveStep } from './steps.ts';

export type { ReferenceScope } from './scope.ts';

const RESOLVERS: Partial<Record<string, Resolver>> = {
  [tableKind.id]: resolveCaption,
  [figureKind.id]: resolveCaption,
  [documentKind.id]: resolveDocument,
  [sectionKind.id]: resolveSection,
  [stepKind.id]: resolveStep,
  name: resolveName,
  [requirementKind.id]: resolveRequirement,
  [phaseKind.id]: resolvePhase,
};

/** @returns the edge, or undefined where the words turn out to be no reference, or not surely one. */
export function resolveReference(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): GraphEdge | undefined {
  const outcome = (RESOLVERS[reference.kind] ?? resolveThing)(reference, from, scope);
  if (!outcome || (!outcome.resolved && reference.unsure)) return undefined;
  return {
    ...outcome,
    source: reference.section ? nodeId.section(from.id, reference.section) : nodeId.document(from.id),
    range: reference.range,
    text: reference.text,
    context: reference.context,
    via: reference.where,
    beside: reference.beside,
    runs: reference.runs,
  };
}
