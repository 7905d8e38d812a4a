/**
 * Regular expressions whose time can double with every further character: those that can repeat one text in two ways,
 * such as `(\w+\s?)+`. JavaScript tries all of them before it gives up.
 *
 * The automaton of such an expression leads from a state back to itself in two ways along one text ("exponential degree of
 * ambiguity": Weber and Seidl, On the degree of ambiguity of finite automata, 1991). Conditions of more than one character
 * and references to groups are not looked into, so what only they keep apart counts as ambiguous.
 */
import { loopsOf, type Loop } from './expression-states.ts';

/**
 * @param source an expression that JavaScript accepts
 * @param flags with which it runs
 * @returns the repetition that repeats one text in two ways, as it is written; undefined where there is none, or where the
 * expression is too large to be judged
 */
export function slowPart(source: string, flags: string): string | undefined {
  return loopsOf(source, flags)?.find((loop) => isSlow(loop))?.source;
}

/**
 * @param source an expression of an author, which other parts may follow
 * @returns what is wrong with it; undefined where nothing is
 */
export function slowFault(source: string, flags = 'u'): string | undefined {
  const part = slowPart(`(?:${source})(?!x)`, flags);
  return part && `${part} can repeat one text in several ways, and trying all of them may take forever`;
}

function isSlow(loop: Loop): boolean {
  // Where a match may end at every state, nothing is tried again.
  return !loop.states.every(({ isEnd }) => isEnd) && isAmbiguous(loop);
}

/**
 * Whether a loop leads from a state back to itself in two ways along one text: from every state of a loop all others can be
 * reached, so it is enough that two ways part at one state and meet again at another one.
 */
function isAmbiguous(loop: Loop): boolean {
  const numbers = new Map(loop.states.map((state, i) => [state, i]));
  const within = loop.states.map(({ ways }) =>
    ways.filter(({ to, ended }) => numbers.has(to) && !ended.includes(loop)),
  );
  const seen = new Set<number>();
  // Pairs of states that one text leads to; at first, two ways part at each state.
  const waiting = loop.states.map((_state, i) => [i, i]);
  for (let pair = waiting.pop(); pair; pair = waiting.pop())
    for (const one of within[pair[0]])
      for (const other of within[pair[1]]) {
        if (one === other || (one.set & other.set) === 0n) continue;
        if (one.to === other.to) return true;
        const next = [numbers.get(one.to)!, numbers.get(other.to)!].toSorted((a, b) => a - b);
        const key = next[0] * loop.states.length + next[1];
        if (seen.has(key)) continue;
        seen.add(key);
        waiting.push(next);
      }
  return false;
}
