import type { OptionList } from '../model/index.ts';
import type { Rule } from './rule.ts';
import { countUses } from './shared/uses.ts';

/** So many places must offer the same before a list that differs in one item is a mistake. */
const MIN_USES = 3;
/** Of fewer options one other makes another choice. */
const MIN_OPTIONS = 3;

/**
 * Nouns in a sentence ("a class, delegate or interface") are often others on purpose, so only a list that says what a
 * value is can be wrong. One that leaves an option out must even say that it has all.
 */
export const conflictingOptions: Rule = {
  id: 'conflicting-options',
  group: 'statements',
  severity: 'error',
  summary: 'What can be chosen is the same in every list of the options',
  *check({ documents }) {
    const lists = documents.flatMap(({ constants }) => constants.options);
    const alike = Map.groupBy(lists, keyOf);
    const usual = [...alike.values()].filter(
      (own) => own[0].items.length >= MIN_OPTIONS && countUses(own) >= MIN_USES,
    );
    for (const [single, ...others] of alike.values()) {
      if (!single.isDefining || (others.length > 0 && !isOnePlace(single, others))) continue;
      const [found, ...more] = usual.flatMap((own) => differenceOf(single, own) ?? []);
      if (found && more.length === 0) yield describe(single, found);
    }
  },
};

interface Difference {
  /** The option that is only in the list; absent where nothing is. */
  added?: string;
  missing: string;
  usual: readonly OptionList[];
}

/** One list can be read in two ways: as a choice, and behind "valid options". */
function isOnePlace({ range }: OptionList, others: readonly OptionList[]): boolean {
  return others.every((other) => other.range.file === range.file && other.range.line === range.line);
}

function keyOf({ items }: OptionList): string {
  return items
    .map((item) => item.toLowerCase())
    .toSorted()
    .join(', ');
}

function differenceOf(list: OptionList, usual: readonly OptionList[]): Difference | undefined {
  const lower = (items: readonly string[]): Set<string> => new Set(items.map((item) => item.toLowerCase()));
  const [own, other] = [lower(list.items), lower(usual[0].items)];
  const missing = usual[0].items.filter((item) => !own.has(item.toLowerCase()));
  const added = list.items.filter((item) => !other.has(item.toLowerCase()));
  if (missing.length !== 1 || added.length > 1) return undefined;
  if (added.length === 0 && !list.isWhole) return undefined;
  return { added: added[0], missing: missing[0], usual };
}

function describe({ text, range }: OptionList, { added, missing, usual }: Difference) {
  const [{ text: meant, range: first }] = usual;
  const what = added === undefined ? `lacks ${missing}` : `has ${added}`;
  const elsewhere = added === undefined ? 'list it' : `have ${missing} there`;
  return {
    at: range,
    message: `The list "${text}" ${what}; ${usual.length} other lists of the same options ${elsewhere}.`,
    suggestion: meant,
    related: [{ at: { file: first.file, line: first.line }, note: meant }],
  };
}
