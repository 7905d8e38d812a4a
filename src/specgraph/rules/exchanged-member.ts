import type { CodeUse, Problem } from '../model/index.ts';
import { isOnce } from '../text/count-word.ts';
import { areForms } from '../text/word-forms.ts';
import type { Rule } from './rule.ts';

/** So many lists must have the right name. */
const MIN_LISTS = 2;
/** Names that have nothing in common are exchanged by mistake only in lists of so many. */
const MIN_NAMES = 6;
/** Letters that two names have in common at their beginning or end. */
const MIN_COMMON = 4;

export const exchangedMember: Rule = {
  id: 'exchanged-member',
  group: 'statements',
  severity: 'error',
  summary: 'A list of names has the members that the other lists of these names have',
  replaces: ['misspelled-name'],
  *check({ documents }) {
    const lists = documents.flatMap(({ nameLists }) => nameLists);
    const byName = Map.groupBy(
      lists.flatMap((list) => list.map(({ name }) => ({ name, list }))),
      ({ name }) => name,
    );
    for (const list of lists) {
      const single = list.filter(({ name }) => byName.get(name)!.length === 1);
      if (single.length !== 1) continue;
      const [wrong] = single;
      const alike = [...new Set(byName.get(list.find((one) => one !== wrong)!.name)!.map((one) => one.list))];
      const meant = alike.flatMap((other) => missingMember(list, other, wrong) ?? []);
      const [first] = meant;
      if (
        meant.length >= MIN_LISTS &&
        meant.every(({ name }) => name === first.name) &&
        (list.length >= MIN_NAMES || haveMuchInCommon(wrong.name, first.name)) &&
        isOnce(wrong.name, documents)
      )
        yield describe(wrong, first, meant.length);
    }
  },
};

/** What another list has in the place of a name, where all other names are the same. */
function missingMember(
  list: readonly CodeUse[],
  other: readonly CodeUse[],
  wrong: CodeUse,
): CodeUse | undefined {
  if (other === list || other.length !== list.length) return undefined;
  const own = new Set(list.map(({ name }) => name));
  const missing = other.filter(({ name }) => !own.has(name));
  return missing.length === 1 && !other.some(({ name }) => name === wrong.name) ? missing[0] : undefined;
}

function haveMuchInCommon(a: string, b: string): boolean {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(start, end) >= MIN_COMMON || areForms(a, b);
}

function describe({ name, range }: CodeUse, meant: CodeUse, lists: number): Problem {
  return {
    at: range,
    message: `This list has ${name}, which stands only here, where ${lists} other lists of the same names have ${meant.name}.`,
    suggestion: meant.name,
    related: [{ at: { file: meant.range.file, line: meant.range.line }, note: meant.name }],
  };
}
