/** Finds uses of a function under another name than the one under which the same document defines it. */
import type { DocumentFacts, DocumentFunctions, FunctionForm } from '../../model/index.ts';
import { oncePer } from '../../resolve/once.ts';
import { isOnce } from '../../text/count-word.ts';

export interface RenamedUse {
  use: FunctionForm;
  /** The definition of the function that was probably meant. */
  meant: FunctionForm;
}

/** Names of fewer words are often alike on purpose. */
const MIN_WORDS = 3;

/** A name that stands once and that no document defines, beside the only function of its document that it resembles. */
export function* renamedUses(documents: readonly DocumentFacts[]): Iterable<RenamedUse> {
  for (const { functions } of documents)
    for (const { isDoubtful, ...pair } of functions ? alikePairs(functions) : [])
      if (isOnce(pair.use.name, documents) && (!isDoubtful || isOnce(pair.meant.name, documents))) yield pair;
}

/** A doubtful pair is one name only where nothing else uses the function. */
const alikePairs = oncePer(
  ({ definitions, uses }: DocumentFunctions): (RenamedUse & { isDoubtful: boolean })[] => {
    const names = new Set(definitions.map(({ name }) => name));
    const found = uses.flatMap((use) => {
      if (names.has(use.name)) return [];
      const [alike, ...others] = definitions.flatMap((meant) => {
        const form = otherForm(use, meant);
        return form ? [{ use, meant, isDoubtful: form === 'doubtful' }] : [];
      });
      return alike && others.length === 0 ? [alike] : [];
    });
    // Two names beside one function are a family.
    const byMeant = Map.groupBy(found, ({ meant }) => meant.name);
    return found.filter(({ meant }) => byMeant.get(meant.name)!.length === 1);
  },
);

/** One inner word is lost, the words are in another order, or one word is another one and the parameters are the same. */
function otherForm(use: FunctionForm, defined: FunctionForm): 'certain' | 'doubtful' | undefined {
  const [own, other] = [wordsOf(use), wordsOf(defined)];
  const isLong = own.length >= MIN_WORDS;
  if (own.length + 1 === other.length) {
    const isLost = other.some(
      (_, i) => i > 0 && i < own.length && other.toSpliced(i, 1).join() === own.join(),
    );
    return isLost && (isLong || use.isCall) ? 'certain' : undefined;
  }
  if (own.length !== other.length) return undefined;
  if (own.filter((word, i) => word !== other[i]).length === 1) {
    const isAlike = use.parameters.length > 0 && use.parameters.join() === defined.parameters.join();
    return isAlike ? (isLong ? 'certain' : 'doubtful') : undefined;
  }
  return isLong && own.toSorted().join() === other.toSorted().join() ? 'certain' : undefined;
}

const wordsOf = oncePer(({ name }: FunctionForm): string[] =>
  (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+/g) ?? []).map((word) => word.toLowerCase()),
);
