import type { Literal, Problem } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { slipBetween } from '../text/near-miss.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** So many places of the other number, or of the other address, must have words in common with the place of this one. */
const MIN_USES = 2;
/** So often a number must stand. */
const MIN_NUMBERS = 4;
/** Sum of the weights of the common words; see `weigher`. */
const MIN_SHARED = 4;
/** In fewer texts no word is rare. */
const MIN_TEXTS = 50;
/** The port of most examples, beside which others stand that mean nothing. */
const ANY_PORT = '8080';
/** Places so near to each other, in lines, differ on purpose. */
const MAX_LINES = 3;

/**
 * Neighbouring ports are two ports on purpose, so only words tell which one is meant: as in context-sensitive spelling
 * correction (Golding and Roth 1999) the words around a number that stands once are compared with those around each
 * number that is one slip away.
 */
export const misspelledNumber: Rule = {
  id: 'misspelled-number',
  group: 'statements',
  severity: 'error',
  summary:
    'A port, a user or an address that stands once is not one slip away from another one beside the same words',
  *check(graph) {
    const literals = graph.documents.flatMap(({ constants }) => constants.literals);
    const uses = Map.groupBy(literals, ({ value }) => value);
    const shared = weigher(literals);
    const named = namedNumbers(graph);
    const frequent = [...uses.values()].filter((own) => isFrequent(own, named));
    for (const [single, ...others] of uses.values()) {
      yield PAUSE;
      if (others.length > 0 || isBound(single)) continue;
      const candidates = frequent.flatMap((own) => {
        if (!isNear(single, own[0]) || own.some((other) => isBeside(single, other))) return [];
        const alike = own.filter((other) => shared(single, other) >= MIN_SHARED);
        return alike.length < MIN_USES
          ? []
          : [{ own, alike, weight: Math.max(...alike.map((other) => shared(single, other))) }];
      });
      const [best] = candidates.toSorted((a, b) => b.weight - a.weight);
      if (best) yield describe(single, best.own, best.alike);
    }
  },
};

/** An address that stands twice, or a number that stands often as a port, a user or a group. */
function isFrequent(own: readonly Literal[], named: ReadonlyMap<string, number>): boolean {
  const [{ kind, value }] = own;
  if (kind === 'address') return own.length >= MIN_USES;
  return own.length >= MIN_NUMBERS && value !== ANY_PORT && (named.get(value) ?? 0) * 2 >= own.length;
}

/** How often the text says of a number that it is a port, a user or a group. */
function namedNumbers({ documents }: GraphView): Map<string, number> {
  const named = new Map<string, number>();
  const count = (value: string): unknown => named.set(value, (named.get(value) ?? 0) + 1);
  for (const { ports, constants } of documents) {
    for (const { port } of ports) count(port);
    for (const { value, isUserId } of constants.longNumbers) if (isUserId) count(value);
  }
  return named;
}

/** Nobody uses 10000 or 99999: such numbers are bounds. */
function isBound({ kind, value }: Literal): boolean {
  return kind === 'number' && /0{3}$|^9+$/.test(value);
}

function isNear(one: Literal, other: Literal): boolean {
  if (one.kind !== other.kind || one.value === other.value) return false;
  if (one.kind === 'number') return slipBetween(one.value, other.value) !== undefined;
  const [own, meant] = [one, other].map(({ value }) => value.split(/[.:]/));
  if (own.at(-1) !== meant.at(-1)) return false;
  const digits = ({ value }: Literal): string => [...value].toSorted().join('');
  return own.filter((part, i) => part !== meant[i]).length === 1 || digits(one) === digits(other);
}

function isBeside(one: Literal, other: Literal): boolean {
  if (one.range.file !== other.range.file) return false;
  const isSameBlock = one.block !== undefined && one.block === other.block;
  return isSameBlock || Math.abs(one.range.line - other.range.line) <= MAX_LINES;
}

/** The weight of the words that two places have in common; a rare word weighs more. */
function weigher(literals: readonly Literal[]): (one: Literal, other: Literal) => number {
  const texts = new Set(literals.map(({ words }) => words));
  const uses = new Map<string, number>();
  for (const words of texts) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const all = Math.max(MIN_TEXTS, texts.size);
  return (one, other) =>
    other.words.reduce(
      (sum, word) => (one.words.includes(word) ? sum + Math.log(all / uses.get(word)!) : sum),
      0,
    );
}

function describe(
  { value, range }: Literal,
  own: readonly Literal[],
  [{ value: meant, range: first }]: readonly Literal[],
): Problem {
  return {
    at: range,
    message: `${value} stands only here; ${meant} stands beside the same words, and in ${own.length} places in all.`,
    suggestion: meant,
    related: [{ at: { file: first.file, line: first.line }, note: meant }],
  };
}
