import type { Contract, Problem, SourceRange } from '../model/index.ts';
import { isWithin } from '../resolve/paths.ts';
import type { GraphView } from '../view.ts';

/** Why a promise is not kept. */
export type Failure =
  /** The file or section that the promise is about does not exist. `what` is the same for the same missing thing. */
  | { kind: 'missing'; what: string; problem: Problem }
  /** The pattern of the promise cannot be used. */
  | { kind: 'faulty-pattern'; problem: Problem }
  /** The promised text or reference is absent, or a text is present that must be gone. */
  | { kind: 'unkept'; problem: Problem };

/** A contract, and the graph that it is checked against. */
export interface Context {
  contract: Contract;
  graph: GraphView;
}

export function missing(what: string, problem: Problem): Failure {
  return { kind: 'missing', what, problem };
}

export function unkept(problem: Problem): Failure {
  return { kind: 'unkept', problem };
}

export function faultyPattern(line: number, fault: string, { contract }: Context): Failure {
  return {
    kind: 'faulty-pattern',
    problem: {
      at: entryRange(contract, line),
      message: `The pattern cannot be used: ${fault}.`,
      suggestion: 'patterns are RE2: no look-around, no back references',
    },
  };
}

/** The line of a contract where a promise stands. */
export function entryRange(contract: Contract, line: number): SourceRange {
  return { file: contract.file, line, column: 1, endLine: line, endColumn: 1 };
}

/** What the place of a promise is called beside a finding. */
export const PROMISE_NOTE = 'the promise';

export function entryOf(contract: Contract, line: number): NonNullable<Problem['related']> {
  return [{ at: { file: contract.file, line }, note: PROMISE_NOTE }];
}

/** Why the file of a promise is not there, as a clause that follows its path. Files outside the repository are not read. */
export function whyMissing(path: string, { root, repositoryRoot }: GraphView): string {
  if (isWithin(path, repositoryRoot)) return 'which does not exist';
  return `which is not below the folder of the ${repositoryRoot === root ? 'set' : 'repository'}`;
}
