/** Resolves what the configuration lists or defines for the whole set: variables, attributes, requirements, phases. */
import type { DocumentFacts, RawReference } from '../../model/index.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { nodeId } from '../ids.ts';
import type { Outcome, ReferenceScope } from './scope.ts';

export function resolveName(
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

export function resolveRequirement(
  { value }: RawReference,
  _from: DocumentFacts,
  { requirements }: ReferenceScope,
): Outcome {
  const target = nodeId.requirement(value);
  if (requirements.has(value)) return { kind: 'mentions', target, resolved: true };
  const nearest = didYouMean(value, requirements);
  return { kind: 'mentions', target, resolved: false, why: 'unknown-requirement', nearest };
}

export function resolvePhase(
  { value }: RawReference,
  _from: DocumentFacts,
  { phases }: ReferenceScope,
): Outcome {
  const number = String(Number.parseInt(value, 10));
  const target = nodeId.phase(number);
  if (phases.has(number)) return { kind: 'mentions', target, resolved: true };
  return { kind: 'mentions', target, resolved: false, why: 'unknown-phase' };
}
