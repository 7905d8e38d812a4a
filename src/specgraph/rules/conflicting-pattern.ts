import { distance } from 'fastest-levenshtein';
import type { NamedPattern, Problem } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import type { Rule } from './rule.ts';

/** Patterns that differ in more characters are written in two ways, or check two things. */
const MAX_EDITS = 3;
/** A pattern without a partner is compared with one that stands so often, where few characters differ. */
const MIN_USES = 4;
const MAX_EDITS_ALONE = 2;
/** Patterns of so few characters are alike by chance. */
const MIN_LENGTH = 8;

export const conflictingPattern: Rule = {
  id: 'conflicting-pattern',
  group: 'statements',
  severity: 'error',
  summary: 'The regular expression of a name in a table is the one that the code checks it by',
  replaces: ['conflicting-row'],
  *check({ documents }) {
    const patterns = documents.flatMap((document) => document.patterns);
    const rows = patterns.filter(({ form }) => form === 'row');
    if (rows.length === 0) return;
    const code = patterns.filter(({ form }) => form === 'code');
    const wrong = new Map<NamedPattern, NamedPattern>();
    for (const row of rows) {
      yield PAUSE;
      const own = code.filter(({ names }) => names.includes(row.names[0]));
      if (own.length === 0 || own.some(({ pattern }) => pattern === row.pattern)) continue;
      const near = own.find(({ pattern }) => distance(pattern, row.pattern) <= MAX_EDITS);
      if (!near) continue;
      // Code that checks several names agrees with the rows of some of them, or with none.
      const others = rows.filter(({ names }) => names[0] !== row.names[0] && near.names.includes(names[0]));
      if (!wrong.has(near) && others.every(({ pattern }) => pattern !== near.pattern)) wrong.set(near, row);
      if (others.length === 0 || others.some(({ pattern }) => pattern === near.pattern)) wrong.set(row, near);
    }
    const uses = Map.groupBy(patterns, ({ pattern }) => pattern);
    for (const alone of patterns) {
      yield PAUSE;
      const meant = wrong.has(alone) ? undefined : frequentNear(alone, uses);
      if (meant && ![...wrong.values()].includes(alone)) wrong.set(alone, meant);
    }
    for (const [one, other] of wrong) yield describe(one, other);
  },
};

/** The pattern that stands often and differs in one or two characters from one that stands once. */
function frequentNear(
  { pattern }: NamedPattern,
  uses: ReadonlyMap<string, readonly NamedPattern[]>,
): NamedPattern | undefined {
  if (pattern.length < MIN_LENGTH || uses.get(pattern)!.length > 1) return undefined;
  for (const [other, own] of uses)
    if (
      own.length >= MIN_USES &&
      other.length === pattern.length &&
      distance(other, pattern) <= MAX_EDITS_ALONE
    )
      return own[0];
  return undefined;
}

function describe({ pattern, names, form, range }: NamedPattern, other: NamedPattern): Problem {
  const name = form === 'row' ? ` for ${names[0]}` : '';
  const source = other.form === 'row' ? `the row of ${other.names[0]} has` : 'the code has';
  return {
    at: range,
    message: `The pattern${name} is ${pattern} here; ${source} ${other.pattern}.`,
    suggestion: other.pattern,
    related: [{ at: { file: other.range.file, line: other.range.line }, note: other.pattern }],
  };
}
