/** Runs rules over a graph and turns their problems into findings: severity, suppressions, order. */
import type { RuleSetting, SpecConfig } from './config.ts';
import { isSection } from './kinds/nodes.ts';
import type {
  Contract,
  Finding,
  PlacedPointer,
  Problem,
  RuleLevel,
  Severity,
  Suppression,
} from './model/index.ts';
import { finish, PAUSE, type Pause } from './pause.ts';
import { rulesOf, type Given, type Rule } from './rules/index.ts';
import { suppressionWithoutReason } from './rules/suppression-without-reason.ts';
import { unusedSuppression } from './rules/unused-suppression.ts';
import { once } from './resolve/once.ts';
import { findCauses } from './revisions/causes.ts';
import { findChangedTargets } from './revisions/changed-targets.ts';
import { readReviews, unreadReferences } from './revisions/reviews.ts';
import { findStaleReferences } from './revisions/stale-references.ts';
import { compare, lastWhere } from './text/ordered.ts';
import { countSeverities, SEVERITY_NAMES } from './text/severities.ts';
import { edgesIn, type GraphView } from './view.ts';

export interface CheckOptions {
  contracts?: readonly Contract[];
  /** Which rules run unless they are set by themselves, over the level of the configuration. */
  level?: RuleLevel;
  /** What single rules are set to, over the configuration. */
  settings?: Readonly<Record<string, RuleSetting>>;
  /** @deprecated The former name of `settings`, which comes before it. */
  levels?: Readonly<Record<string, RuleSetting>>;
  /** The rules that run: the built-in ones and those of the profiles unless given. Additional rules: `[...RULES, rule]`. */
  rules?: readonly Rule[];
  /** The graph of another revision: references that meant something else there are reported. */
  since?: GraphView;
  /** Text of the file of reviews: what authors have read again. */
  reviews?: string;
  /** How messages name that revision: "main". */
  sinceName?: string;
  /** What `followPointers` found to name sections by the numbers of that revision. */
  movedPointers?: readonly PlacedPointer[];
}

export interface CheckReport {
  root: string;
  summary: {
    documents: number;
    sections: number;
    /** Counted definitions. */
    variables: number;
    /** Distinct names, those outside the count included. */
    variableNames: number;
    references: number;
    externalLinks: number;
    errors: number;
    warnings: number;
    /** Findings that only inform; absent where there are none. */
    information?: number;
    /** References to sections that have changed since they were read; absent where nothing was read yet. */
    toReview?: number;
  };
  findings: Finding[];
}

/** Checks a graph. Findings are sorted by file, line and column, and by rule at one place. */
export function checkGraph(graph: GraphView, options: CheckOptions = {}): CheckReport {
  return finish(checkInSteps(graph, options));
}

/**
 * The same check with pauses behind each rule and within long ones, for programs that do other work in between.
 * @returns the report, once all rules have run
 */
export function* checkInSteps(
  graph: GraphView,
  options: CheckOptions = {},
): Generator<Pause, CheckReport, void> {
  const given = givenFor(graph, options);
  const rules = options.rules ?? rulesOf(graph.config);
  const suppressions = suppressionsOf(graph);
  const findings: Finding[] = [];
  const silent = new Set<string>();
  for (const rule of rules) {
    const setting = settingOf(rule, graph.config, options);
    if (setting === 'off') {
      silent.add(rule.id);
      continue;
    }
    for (const problem of rule.check(graph, given)) {
      if (problem === PAUSE) yield PAUSE;
      else if (!suppressions.silences(rule, problem)) findings.push(toFinding(rule, setting, problem));
    }
    yield PAUSE;
  }
  for (const [rule, problems] of [
    [unusedSuppression, unusedSuppression.report(suppressions.unused(silent))],
    [suppressionWithoutReason, suppressionWithoutReason.report(suppressions.all)],
  ] as const) {
    const setting = settingOf(rule, graph.config, options);
    if (setting !== 'off') findings.push(...problems.map((problem) => toFinding(rule, setting, problem)));
  }
  const causes = withoutConsequences(findings, rules).sort(compareFindings);
  return { root: graph.root, summary: countSummary(graph, causes, options), findings: causes };
}

/**
 * Checks one document of a set with the rules that need no other one, which takes little time in a set of any size.
 * @param path of the document
 * @returns the findings in reading order, and the ids of the rules that ran
 */
export function checkDocument(
  graph: GraphView,
  path: string,
  options: CheckOptions = {},
): { findings: Finding[]; rules: ReadonlySet<string> } {
  const view = viewOfDocument(graph, path);
  const given = givenFor(view, options);
  const rules = (options.rules ?? rulesOf(graph.config)).filter(({ isPerDocument }) => isPerDocument);
  const suppressions = suppressionsOf(view);
  const findings = rules.flatMap((rule) => {
    const setting = settingOf(rule, graph.config, options);
    if (setting === 'off') return [];
    return [...rule.check(view, given)]
      .filter((problem) => problem !== PAUSE)
      .filter((problem) => !suppressions.silences(rule, problem))
      .map((problem) => toFinding(rule, setting, problem));
  });
  return {
    findings: withoutConsequences(findings, rules).sort(compareFindings),
    rules: new Set(rules.map(({ id }) => id)),
  };
}

/** A graph with the edges in the text of one document. Lookups answer as in the whole graph. */
export function viewOfDocument(graph: GraphView, path: string): GraphView {
  const facts = graph.document(path);
  return { ...graph, documents: facts ? [facts] : [], edges: edgesIn(graph.edges, path) };
}

function givenFor(graph: GraphView, options: CheckOptions): Given {
  const { since } = options;
  const stale = since && findStaleReferences(since, graph);
  return {
    config: graph.config,
    contracts: options.contracts ?? [],
    stale,
    causes: once(() => (since && stale ? findCauses(since, graph, stale) : [])),
    changedTargets: once(() => findChangedTargets(graph, options)),
    movedPointers: options.movedPointers,
    baseName: options.sinceName,
  };
}

/** The comments that silence findings, and which of them were needed so far. */
interface Suppressions {
  all: readonly Suppression[];
  silences(rule: Rule, problem: Problem): boolean;
  /** @param silent ids of rules that do not run: a comment for one of them is needed when it does */
  unused(silent: ReadonlySet<string>): Suppression[];
}

function suppressionsOf(graph: GraphView): Suppressions {
  const all = graph.documents.flatMap((document) => document.suppressions);
  const used = new Set<Suppression>();
  const byRuleAndFile = Map.groupBy(
    all.flatMap((suppression) =>
      suppression.rules.map((rule) => ({ key: `${rule} ${suppression.range.file}`, suppression })),
    ),
    ({ key }) => key,
  );
  return {
    all,
    silences(rule, problem) {
      const suppression = findSuppression(problem, byRuleAndFile.get(`${rule.id} ${problem.at.file}`) ?? []);
      if (suppression) used.add(suppression);
      return suppression !== undefined;
    },
    unused: (silent) =>
      all.filter((suppression) => !used.has(suppression) && !suppression.rules.some((id) => silent.has(id))),
  };
}

/** Leaves out the findings that a rule with `replaces` reports better at the same place. */
export function withoutConsequences(findings: Finding[], rules: readonly Rule[]): Finding[] {
  const replaced = new Map(rules.flatMap(({ id, replaces }) => (replaces ? [[id, new Set(replaces)]] : [])));
  const causes = Map.groupBy(
    findings.filter(({ rule }) => replaced.has(rule)),
    ({ file, line }) => `${file}:${line}`,
  );
  if (causes.size === 0) return findings;
  return findings.filter(
    (finding) =>
      !causes
        .get(`${finding.file}:${finding.line}`)
        ?.some((cause) => replaced.get(cause.rule)!.has(finding.rule) && overlap(cause, finding)),
  );
}

/** Whether two ranges that begin on one line share a character. */
function overlap(a: Finding, b: Finding): boolean {
  const endsAfter = (x: Finding, y: Finding): boolean => x.endLine > y.line || x.endColumn > y.column;
  return endsAfter(a, b) && endsAfter(b, a);
}

/** What a rule is set to: by itself for this check, by itself in the configuration, or by its level. */
export function settingOf(
  rule: Rule,
  config: SpecConfig,
  options: Pick<CheckOptions, 'level' | 'levels' | 'settings'> = {},
): RuleSetting {
  const single = options.settings?.[rule.id] ?? options.levels?.[rule.id] ?? config.rules?.[rule.id];
  const runs = rule.level !== 'strict' || (options.level ?? config.level) === 'strict';
  return single ?? (runs ? rule.severity : 'off');
}

/**
 * A comment silences the block below it, down to the next blank line. Of several comments above one block the nearest
 * one counts.
 */
function findSuppression(
  { at }: Problem,
  inFile: readonly { suppression: Suppression }[],
): Suppression | undefined {
  const above = lastWhere(inFile, ({ suppression }) => suppression.line <= at.line)?.suppression;
  return above && at.line <= above.endLine ? above : undefined;
}

function toFinding(rule: Rule, setting: Severity, problem: Problem): Finding {
  const { at, message, suggestion, fix, related, about, isOrigin } = problem;
  return {
    rule: rule.id,
    severity: SEVERITY_NAMES[setting],
    message,
    ...at,
    suggestion,
    fix,
    related,
    about,
    isOrigin,
  };
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function countSummary(
  graph: GraphView,
  findings: Finding[],
  { reviews }: CheckOptions,
): CheckReport['summary'] {
  return {
    documents: graph.documents.length,
    sections: graph.nodes.filter(isSection).length,
    variables: graph.definitions.filter((definition) => definition.counted).length,
    variableNames: new Set(graph.definitions.map((definition) => definition.name)).size,
    references: graph.edges.filter((edge) => edge.kind === 'refers' || edge.kind === 'mentions').length,
    externalLinks: graph.externalLinks,
    ...countSeverities(findings),
    ...(reviews === undefined ? {} : { toReview: unreadReferences(graph, readReviews(reviews)).length }),
  };
}
