import type { LevelList, LevelUse, Problem } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** A list is that of a program or column when it has this share of at least so many uses. */
const MIN_SHARE = 0.8;
const MIN_USES = 5;

/** Words for the same level, of which a program knows one. */
const SYNONYMS = [
  ['WARN', 'WARNING'],
  ['ERR', 'ERROR', 'SEVERE'],
  ['INFO', 'INFORMATION', 'NOTICE'],
  ['CRIT', 'CRITICAL', 'FATAL', 'PANIC', 'EMERG', 'EMERGENCY'],
  ['DEBUG', 'TRACE', 'VERBOSE'],
];

/** The levels of libraries differ, so a list is held against the uses that nearly all have levels of it. */
export const unknownLevel: Rule = {
  id: 'unknown-level',
  group: 'statements',
  severity: 'error',
  summary: 'A level of a log line or an alert is one of the levels that the text lists',
  *check({ documents }) {
    const lists = documents.flatMap(({ levels }) => levels.lists);
    if (lists.length === 0) return;
    for (const uses of groupUses(documents)) {
      yield PAUSE;
      const known = listsOf(uses, lists);
      if (known.length === 0) continue;
      const levels = [...new Set(known.flatMap((list) => list.levels))];
      for (const use of uses)
        if (!levels.some((level) => isSame(level, use.level)) && isSure(use, levels))
          yield describe(use, levels, known[0]);
    }
  },
};

/** Calls of one function in the whole set; values of one key or column in one document. */
function groupUses(documents: GraphView['documents']): LevelUse[][] {
  const uses = documents.flatMap(({ levels }) => levels.uses);
  return [
    ...Map.groupBy(
      uses,
      ({ form, name, range }) => `${form} ${name} ${form === 'call' ? '' : range.file}`,
    ).values(),
  ];
}

/** A key or a column may have levels of its own: only a word for a listed level, or a misspelled one, is surely wrong. */
function isSure({ form, level }: LevelUse, levels: readonly string[]): boolean {
  return form === 'call' || meantBy(level, levels) !== undefined;
}

function meantBy(level: string, levels: readonly string[]): string | undefined {
  const words = SYNONYMS.find((own) => own.includes(level.toUpperCase())) ?? [];
  return (
    levels.find((one) => words.some((word) => isSame(one, word))) ??
    (level.length >= 4 ? didYouMean(level, levels) : undefined)
  );
}

function isSame(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

/** The lists that have the most of the used levels, and nearly all of them. */
function listsOf(uses: readonly LevelUse[], lists: readonly LevelList[]): LevelList[] {
  if (uses.length < MIN_USES) return [];
  const counts = Map.groupBy(uses, ({ level }) => level);
  const shares = lists.flatMap((list) => {
    const own = [...counts].filter(([level]) => list.levels.some((one) => isSame(one, level)));
    // A single word may be of another scale: "Fatal" beside "Runtime".
    if (own.length < 2) return [];
    return [{ list, count: own.reduce((sum, [, places]) => sum + places.length, 0) }];
  });
  const most = shares.reduce((highest, { count }) => Math.max(highest, count), 0);
  if (most < uses.length * MIN_SHARE) return [];
  return shares.filter(({ count }) => count === most).map(({ list }) => list);
}

function describe(
  { form, name, level, range }: LevelUse,
  levels: string[],
  { range: at }: LevelList,
): Problem {
  const where = { call: `for ${name}`, key: `for the key ${name}`, column: `in the column ${name}` }[form];
  return {
    at: range,
    message: `${level} is no level ${where}: the text lists ${levels.join(', ')}.`,
    suggestion: meantBy(level, levels),
    related: [{ at: { file: at.file, line: at.line }, note: 'the list' }],
  };
}
