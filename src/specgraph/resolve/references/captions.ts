/** Resolves tables and figures by the numbers of their captions: "Table 3", "Figures 3-1 and 3-2 of the guide". */
import type { DocumentFacts, RawReference } from '../../model/index.ts';
import { resolveThing } from '../resolve-thing.ts';
import { ownerOf } from './owner.ts';
import type { Outcome, ReferenceScope } from './scope.ts';

/** @returns undefined also for a number that the document lacks, unless its captions count without a gap */
export function resolveCaption(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): Outcome | undefined {
  const { owner, isCertain } = ownerOf(reference, from, scope);
  const kind = owner && scope.things.kind(reference.kind);
  if (!kind) return undefined;
  const outcome = resolveThing(reference, owner.facts, scope);
  if (!outcome || outcome.resolved) return outcome;
  const ids = scope.things.idsOf(kind, owner.facts);
  return isCertain && isBehindAll(reference.value, ids) ? outcome : undefined;
}

/** "Table 7" and "Table 3-7", where the captions count from 1 to less: a picture in between may have none. */
function isBehindAll(value: string, ids: readonly string[]): boolean {
  const [head, last] = split(value);
  const own = new Set(ids.flatMap((id) => (split(id)[0] === head ? [split(id)[1]] : [])));
  const isWhole = [...own].every((number) => number >= 1 && number <= own.size);
  return own.size > 1 && isWhole && last > own.size;
}

/** "3-7" and "3.7" are the seventh of chapter 3. */
function split(id: string): [head: string, last: number] {
  const [, head, last] = /^(.*?)(\d*)$/.exec(id)!;
  return [head, Number(last)];
}
