import type { SpecConfig } from '../config.ts';
import type {
  Contract,
  PlacedPointer,
  Problem,
  RuleGroup,
  RuleLevel,
  Severity,
  StaleReference,
} from '../model/index.ts';
import type { Pause } from '../pause.ts';
import type { Cause } from '../revisions/causes.ts';
import type { ChangedTarget } from '../revisions/changed-targets.ts';
import type { GraphView } from '../view.ts';

/** The input of a rule besides the graph. */
export interface Given {
  config: SpecConfig;
  contracts: readonly Contract[];
  /** Given where the graph is compared with that of another revision. */
  stale?: readonly StaleReference[];
  /** The changes since that revision that explain several stale references at once. */
  causes?(): readonly Cause[];
  /** Works out which references lead to a text that has changed since that revision, or since it was read. */
  changedTargets?(): readonly ChangedTarget[];
  /** Sections that the configuration and contracts name by numbers of that revision. */
  movedPointers?: readonly PlacedPointer[];
  /** How messages name that revision: "main". */
  baseName?: string;
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
  /** Rules whose findings at the same place are left out: they report consequences of the same mistake. */
  replaces?: readonly string[];
  /**
   * Whether what it finds in a document follows from that document, from the edges in its text and from lookups in the
   * graph. Such a rule can check one document of a large set: `graph.documents` and `graph.edges` hold those of the
   * document alone then.
   */
  isPerDocument?: true;
  /** @returns the problems; between them `PAUSE`, where it takes long in a large set */
  check(graph: GraphView, given: Given): Iterable<Problem | Pause>;
}
