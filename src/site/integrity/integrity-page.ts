/** The findings of this build, the rules and the contracts. */
import {
  nodeId,
  RULE_GROUPS,
  rulesOf,
  settingOf,
  type ContractResult,
  type Finding,
  type GraphView,
  type Rule,
  type RuleGroup,
  type RuleLevel,
} from '#specgraph';
import { countSeverities, SEVERITY_NAMES, severityWords } from '#specgraph/text/severities';
import { suggestionWords } from '#specgraph/text/suggestion';
import type { Snapshot } from '../snapshot.ts';
import { contractGroups, type ContractLine } from './contract-lines.ts';
import { urlOfNode, urlOfPlace, urls } from '../urls.ts';

export interface FindingView {
  rule: string;
  ruleUrl: string;
  severity: Finding['severity'];
  message: string;
  /** In words: "did you mean …?" */
  suggestion?: string;
  place: string;
  url?: string;
}

export interface RuleView {
  id: string;
  url: string;
  group: RuleGroup;
  level: RuleLevel;
  severity: Finding['severity'] | 'off';
  summary: string;
  fixable: boolean;
  findings: FindingView[];
}

export interface IntegrityPage {
  summary: Snapshot['report']['summary'];
  /** The findings of each file, and how many there are; `id` is the anchor of its list. */
  findings: { file: string; id: string; counts: string; findings: FindingView[] }[];
  /** Rules with findings, those with the most findings first. */
  broken: { id: string; url: string; findings: number }[];
  rules: { group: RuleGroup; rules: RuleView[] }[];
  contracts: {
    file: string;
    title: string;
    url?: string;
    kept: number;
    of: number;
    broken: ContractLine[];
  }[];
}

/** A path as an id in the page: letters, digits and the signs of most names; others stand as their code. */
function fragmentOf(path: string): string {
  return path.replace(/[^\w./-]/gu, (sign) => `~${sign.codePointAt(0)!.toString(16)}`);
}

export function integrityPage(snapshot: Snapshot): IntegrityPage {
  const { graph, report, contracts } = snapshot;
  const rules = ruleViews(snapshot);
  return {
    summary: report.summary,
    findings: [...Map.groupBy(report.findings, (finding) => finding.file)].map(([file, findings]) => ({
      file,
      id: `findings-${fragmentOf(graph.document(file)?.id ?? file)}`,
      counts: severityWords(countSeverities(findings)),
      findings: findings.map((finding) => findingView(snapshot, finding)),
    })),
    broken: rules
      .filter((rule) => rule.findings.length > 0)
      .map(({ id, url, findings }) => ({ id, url, findings: findings.length }))
      .toSorted((a, b) => b.findings - a.findings),
    rules: ruleGroups(snapshot),
    contracts: contracts.map((result) => contractView(graph, result)),
  };
}

/** The rules in their groups, without empty groups. */
export function ruleGroups(snapshot: Snapshot): IntegrityPage['rules'] {
  const rules = ruleViews(snapshot);
  return RULE_GROUPS.map((group) => ({ group, rules: rules.filter((rule) => rule.group === group) })).filter(
    ({ rules: own }) => own.length > 0,
  );
}

function contractView(graph: GraphView, result: ContractResult): IntegrityPage['contracts'][number] {
  const { contract, items } = result;
  return {
    file: contract.file,
    title: contract.phase
      ? `Phase ${Number(contract.phase)}: ${contract.title ?? ''}`
      : (contract.title ?? contract.file),
    url: contract.phase && urlOfNode(graph, nodeId.phase(String(Number(contract.phase)))),
    kept: items.filter((item) => item.ok).length,
    of: items.length,
    broken: contractGroups(graph, result)
      .flatMap(({ lines }) => lines)
      .filter(({ ok }) => !ok),
  };
}

/** All rules with their findings in this build, in the order of the registry. */
export function ruleViews(snapshot: Snapshot): RuleView[] {
  const byRule = Map.groupBy(snapshot.report.findings, (finding) => finding.rule);
  return rulesOf(snapshot.graph.config).map((rule) => ({
    id: rule.id,
    url: urls.rule(rule.id),
    group: rule.group,
    level: rule.level ?? 'recommended',
    severity: severityOf(rule, snapshot),
    summary: rule.summary,
    fixable: rule.fixable ?? false,
    findings: (byRule.get(rule.id) ?? []).map((finding) => findingView(snapshot, finding)),
  }));
}

function severityOf(rule: Rule, { graph }: Snapshot): RuleView['severity'] {
  const setting = settingOf(rule, graph.config);
  return setting === 'off' ? setting : SEVERITY_NAMES[setting];
}

function findingView(
  { graph }: Snapshot,
  { rule, severity, message, suggestion, file, line, column }: Finding,
): FindingView {
  return {
    rule,
    ruleUrl: urls.rule(rule),
    severity,
    message,
    suggestion: suggestion && suggestionWords(suggestion),
    place: `${file}:${line}:${column}`,
    url: urlOfPlace(graph, { file, line }),
  };
}
