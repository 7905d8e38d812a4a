import type { SpecConfig } from '../config.ts';
import type { Contract, Problem, RuleGroup, Severity } from '../model/index.ts';
import type { GraphView } from '../view.ts';

/** What a rule is given besides the graph. */
export interface Given {
  config: SpecConfig;
  contracts: readonly Contract[];
}

export interface Rule {
  id: string;
  group: RuleGroup;
  severity: Severity;
  /** One truth that should hold, without a full stop. */
  summary: string;
  /** Whether some of its problems carry a fix. */
  fixable?: boolean;
  check(graph: GraphView, given: Given): Iterable<Problem>;
}
