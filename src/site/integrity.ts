/** The findings of this build and the rules that look for them. */
import { RULE_GROUPS, RULES, type Finding, type Rule, type RuleGroup } from '#specgraph';
import type { Snapshot } from '../integration/live-project.ts';
import { urlOfPlace, urls } from './urls.ts';

export interface FindingView {
  rule: string;
  ruleUrl: string;
  severity: Finding['severity'];
  message: string;
  suggestion?: string;
  place: string;
  url?: string;
}

export interface RuleView {
  id: string;
  url: string;
  group: RuleGroup;
  severity: 'error' | 'warning' | 'off';
  summary: string;
  fixable: boolean;
  findings: FindingView[];
}

export interface IntegrityPage {
  summary: Snapshot['report']['summary'];
  findings: { file: string; findings: FindingView[] }[];
  rules: { group: RuleGroup; rules: RuleView[] }[];
  contracts: { file: string; title: string; url?: string; kept: number; of: number }[];
}

export function integrityPage(snapshot: Snapshot): IntegrityPage {
  const { report, contracts } = snapshot;
  return {
    summary: report.summary,
    findings: [...Map.groupBy(report.findings, (finding) => finding.file)]
      .map(([file, findings]) => ({ file, findings: findings.map((finding) => findingView(snapshot, finding)) })),
    rules: ruleGroups(snapshot),
    contracts: contracts.map(({ contract, items }) => ({
      file: contract.file,
      title: contract.phase ? `Phase ${Number(contract.phase)}: ${contract.title ?? ''}` : (contract.title ?? contract.file),
      url: contract.phase ? urls.phase(String(Number(contract.phase))) : undefined,
      kept: items.filter((item) => item.ok).length, of: items.length,
    })),
  };
}

/** The rules by what they look at, groups without a rule left out. */
export function ruleGroups(snapshot: Snapshot): IntegrityPage['rules'] {
  const rules = ruleViews(snapshot);
  return RULE_GROUPS.map((group) => ({ group, rules: rules.filter((rule) => rule.group === group) })).filter(({ rules: own }) => own.length > 0);
}

/** All rules with their findings in this build, in the order of the registry. */
export function ruleViews(snapshot: Snapshot): RuleView[] {
  const byRule = Map.groupBy(snapshot.report.findings, (finding) => finding.rule);
  return RULES.map((rule) => ({
    id: rule.id, url: urls.rule(rule.id), group: rule.group, severity: levelOf(rule, snapshot), summary: rule.summary,
    fixable: rule.fixable ?? false,
    findings: (byRule.get(rule.id) ?? []).map((finding) => findingView(snapshot, finding)),
  }));
}

function levelOf(rule: Rule, { graph }: Snapshot): RuleView['severity'] {
  const level = graph.config.rules?.[rule.id] ?? rule.severity;
  return level === 'warn' ? 'warning' : level;
}

function findingView({ graph }: Snapshot, { rule, severity, message, suggestion, file, line, column }: Finding): FindingView {
  return { rule, ruleUrl: urls.rule(rule), severity, message, suggestion, place: `${file}:${line}:${column}`, url: urlOfPlace(graph, { file, line }) };
}
