import type { SpecConfig } from '../config.ts';
import type { Contract, Problem, RuleGroup, RuleLevel, Severity } from '../model/index.ts';
import type { GraphView } from '../view.ts';

/** The input of a rule besides the graph. */
export interface Given {
  config: SpecConfig;
  contracts: readonly Contract[];
}

export interface Rule {
  id: string;
  group: RuleGroup;
  severity: Severity;
  /** When the rule runs without being set by itself; `recommended` where it says nothing. */
  level?: RuleLevel;
  /** One statement that should be true, without a full stop. */
  summary: string;
  /** Whether some of its problems have a fix. */
  fixable?: boolean;
  check(graph: GraphView, given: Given): Iterable<Problem>;
}
