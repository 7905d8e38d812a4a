/** Runs rules over a graph and turns their problems into findings: severity, suppressions, order. */
import type { RuleLevel, SpecConfig } from './config.ts';
import type { Contract, Finding, Problem, Suppression } from './model/index.ts';
import { RULES, type Rule } from './rules/index.ts';
import { suppressionWithoutReason } from './rules/suppression-without-reason.ts';
import { unusedSuppression } from './rules/unused-suppression.ts';
import { compare, lastWhere } from './text/ordered.ts';
import type { GraphView } from './view.ts';

export interface CheckOptions {
  contracts?: readonly Contract[];
  /** Levels that override those of the configuration. */
  levels?: Readonly<Record<string, RuleLevel>>;
  /** The rules that run: the built-in ones unless given. Additional rules: `[...RULES, rule]`. */
  rules?: readonly Rule[];
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
  };
  findings: Finding[];
}

/** Checks a graph. Findings are sorted by file, line and column, and by rule at one place. */
export function checkGraph(graph: GraphView, options: CheckOptions = {}): CheckReport {
  const given = { config: graph.config, contracts: options.contracts ?? [] };
  const used = new Set<Suppression>();
  const findings: Finding[] = [];
  const suppressions = graph.documents.flatMap((d) => d.suppressions);
  const suppressionsByRuleAndFile = Map.groupBy(
    suppressions.flatMap((s) => s.rules.map((rule) => ({ key: `${rule} ${s.range.file}`, s }))),
    ({ key }) => key,
  );
  for (const rule of options.rules ?? RULES) {
    const level = levelOf(rule, graph.config, options.levels);
    if (level === 'off') continue;
    for (const problem of rule.check(graph, given)) {
      const suppression = findSuppression(
        problem,
        suppressionsByRuleAndFile.get(`${rule.id} ${problem.at.file}`) ?? [],
      );
      if (suppression) used.add(suppression);
      else findings.push(toFinding(rule, level, problem));
    }
  }
  for (const [rule, problems] of [
    [unusedSuppression, unusedSuppression.report(suppressions.filter((s) => !used.has(s)))],
    [suppressionWithoutReason, suppressionWithoutReason.report(suppressions)],
  ] as const) {
    const level = levelOf(rule, graph.config, options.levels);
    if (level !== 'off') findings.push(...problems.map((problem) => toFinding(rule, level, problem)));
  }
  findings.sort(compareFindings);
  return { root: graph.root, summary: countSummary(graph, findings), findings };
}

function levelOf(rule: Rule, config: SpecConfig, levels?: Readonly<Record<string, RuleLevel>>): RuleLevel {
  return levels?.[rule.id] ?? config.rules?.[rule.id] ?? rule.severity;
}

/**
 * A comment silences the block below it, down to the next blank line. Of several comments above one block the nearest
 * one counts.
 */
function findSuppression({ at }: Problem, inFile: readonly { s: Suppression }[]): Suppression | undefined {
  const above = lastWhere(inFile, ({ s }) => s.line <= at.line)?.s;
  return above && at.line <= above.endLine ? above : undefined;
}

function toFinding(rule: Rule, level: 'warn' | 'error', problem: Problem): Finding {
  const { at, message, suggestion, fix, related } = problem;
  return {
    rule: rule.id,
    severity: level === 'warn' ? 'warning' : 'error',
    message,
    ...at,
    suggestion,
    fix,
    related,
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

function countSummary(graph: GraphView, findings: Finding[]): CheckReport['summary'] {
  return {
    documents: graph.documents.length,
    sections: graph.nodes.filter((node) => node.kind === 'section').length,
    variables: graph.definitions.filter((d) => d.counted).length,
    variableNames: new Set(graph.definitions.map((d) => d.name)).size,
    references: graph.edges.filter((edge) => edge.kind === 'refers' || edge.kind === 'mentions').length,
    externalLinks: graph.externalLinks,
    errors: findings.filter((f) => f.severity === 'error').length,
    warnings: findings.filter((f) => f.severity === 'warning').length,
  };
}
