/** The automaton of a regular expression: which of its characters may follow which, and in how many ways. */
import type { ExpressionTree } from './expression-tree.ts';
import { readExpression } from './expression-tree.ts';

/** A character of the expression, and what may come behind it. */
export interface State {
  set: bigint;
  /** One for each way; two ways may lead to the same state. */
  ways: Way[];
  /** Whether the expression can end here, whatever follows. */
  isEnd: boolean;
}

export interface Way {
  to: State;
  /** Those characters of `to` that may stand behind the state. */
  set: bigint;
  /** The loops that end on the way. */
  ended: readonly Loop[];
}

/** A repetition without an end, and the characters in it. */
export interface Loop {
  source: string;
  states: State[];
}

/** A step between two characters. */
type Step =
  | { type: 'character'; state: State; next: Step }
  /** That of a loop leads to another round, or behind the loop. */
  | { type: 'fork'; next: Step[]; loop?: Loop }
  | { type: 'condition'; tree: Condition; next: Step }
  | { type: 'end' };

type Condition = Extract<ExpressionTree, { type: 'border' | 'look' }>;

/** A repetition that may be this much longer than its shortest form counts as one without an end. */
const LONG = 10;
/** Copies of a part that must be repeated: more of them repeat in no other way. */
const COPIES = 3;
/** An expression with more ways from one character to the next is not judged. */
const MAX_WAYS = 400;

/**
 * @param source an expression that JavaScript accepts
 * @returns the loops, inner ones before those around them; undefined for an expression that is too large to be judged
 */
export function loopsOf(source: string, flags: string): Loop[] | undefined {
  const { tree, alphabet } = readExpression(source, flags);
  const characters: Extract<Step, { type: 'character' }>[] = [];
  const loops: Loop[] = [];

  /** @returns the first step of a tree whose last one leads to `next` */
  function build(part: ExpressionTree, next: Step): Step {
    if (part.type === 'sequence') return part.parts.reduceRight((behind, one) => build(one, behind), next);
    if (part.type === 'choice') return { type: 'fork', next: part.options.map((one) => build(one, next)) };
    if (part.type === 'repetition') return repeat(part, next);
    if (part.type !== 'character') return { type: 'condition', tree: part, next };
    const step = { type: 'character' as const, state: { set: part.set, ways: [], isEnd: false }, next };
    characters.push(step);
    return step;
  }

  function repeat(part: Extract<ExpressionTree, { type: 'repetition' }>, next: Step): Step {
    const { body, min, max } = part;
    let step = next;
    if (max - min >= LONG) {
      const loop: Loop = { source: part.source, states: [] };
      const fork: Step = { type: 'fork', next: [next], loop };
      const from = characters.length;
      fork.next.unshift(build(body, fork));
      loop.states = characters.slice(from).map(({ state }) => state);
      loops.push(loop);
      step = fork;
    } else for (let i = min; i < max; i++) step = { type: 'fork', next: [build(body, step), next] };
    for (let i = 0; i < Math.min(min, COPIES); i++) step = build(body, step);
    return step;
  }

  build(tree, { type: 'end' });
  for (const { state, next } of characters) if (!addWays(state, next, alphabet.word)) return undefined;
  return loops;
}

/** @returns false where there are too many */
function addWays(state: State, from: Step, word: bigint): boolean {
  // Loops that a round has begun in which no character stood yet: JavaScript ends empty rounds.
  const open = new Set<Loop>();
  function follow(
    step: Step,
    narrow: (set: bigint) => bigint,
    isFree: boolean,
    ended: readonly Loop[],
  ): void {
    if (state.ways.length > MAX_WAYS) return;
    if (step.type === 'end') state.isEnd ||= isFree;
    else if (step.type === 'character') {
      const set = narrow(step.state.set);
      if (set !== 0n) state.ways.push({ to: step.state, set, ended });
    } else if (step.type === 'condition') {
      const { tree, next } = step;
      const narrower = (set: bigint): bigint => narrowed(tree, state.set, narrow(set), word);
      if (mayHold(tree, state.set)) follow(next, narrower, false, ended);
    } else if (!step.loop) for (const next of step.next) follow(next, narrow, isFree, ended);
    else if (!open.has(step.loop)) {
      const [round, behind] = step.next;
      open.add(step.loop);
      follow(round, narrow, isFree, ended);
      open.delete(step.loop);
      follow(behind, narrow, isFree, [...ended, step.loop]);
    }
  }
  follow(from, (set) => set, true, []);
  return state.ways.length <= MAX_WAYS;
}

/** Whether a condition about what stands before can hold behind these characters. */
function mayHold(condition: Condition, before: bigint): boolean {
  if (condition.type === 'border' || condition.isAhead) return true;
  const { any, isAll } = singleCharacters(condition.body);
  if (condition.isNegated) return (before & ~any) !== 0n;
  return !isAll || (before & any) !== 0n;
}

/** The characters that may stand behind a condition. */
function narrowed(condition: Condition, before: bigint, behind: bigint, word: bigint): bigint {
  if (condition.type === 'border') {
    const isWord = (before & ~word) === 0n;
    if (!isWord && (before & word) !== 0n) return behind;
    return isWord === condition.isNegated ? behind & word : behind & ~word;
  }
  if (!condition.isAhead) return behind;
  const { any, isAll } = singleCharacters(condition.body);
  if (condition.isNegated) return behind & ~any;
  return isAll ? behind & any : behind;
}

/** The alternatives of a condition that are one character, and whether all of them are. */
function singleCharacters(tree: ExpressionTree): { any: bigint; isAll: boolean } {
  const options = tree.type === 'choice' ? tree.options : [tree];
  const singles = options.filter((one) => one.type === 'character');
  return {
    any: singles.reduce((all, { set }) => all | set, 0n),
    isAll: singles.length === options.length,
  };
}
