import type { Finding } from '#specgraph';
import { SEVERITY_NAMES } from '#specgraph/text/severities';
import type { TerminalOptions, Report, Reporter, RuleInfo } from '../report.ts';
import { repositoryPath } from './repository-path.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF calls it a note. */
const LEVELS = { error: 'error', warning: 'warning', information: 'note' } as const;

/** SARIF 2.1.0 (OASIS standard with errata 01): one run with all rules, and the findings as its results. */
export const sarif: Reporter = (given, terminal) => {
  const report = { ...given, findings: given.findings.map((finding) => located(finding, given, terminal)) };
  return `${JSON.stringify(
    {
      $schema: SCHEMA,
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'specgraph',
              version: terminal.version,
              semanticVersion: terminal.version,
              rules: report.rules.map((rule) => descriptor(rule, terminal)),
            },
          },
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: {
            SRCROOT: {
              description: {
                text: 'The repository; where there is none, the directory in which specgraph ran.',
              },
            },
          },
          results: report.findings.map((finding, i) => result(finding, i, report)),
        },
      ],
    },
    null,
    2,
  )}\n`;
};

/** The finding with all paths relative to the repository. */
function located(finding: Finding, report: Report, terminal: TerminalOptions): Finding {
  const pathOf = (file: string): string => repositoryPath(file, report, terminal);
  return {
    ...finding,
    file: pathOf(finding.file),
    related: finding.related?.map((one) => ({ ...one, at: { ...one.at, file: pathOf(one.at.file) } })),
    fix: finding.fix?.map((edit) => ({ ...edit, range: { ...edit.range, file: pathOf(edit.range.file) } })),
  };
}

function descriptor(rule: RuleInfo, terminal: TerminalOptions): object {
  return {
    id: rule.id,
    name: rule.id
      .split('-')
      .map((word) => word[0].toUpperCase() + word.slice(1))
      .join(''),
    shortDescription: { text: `${rule.summary}.` },
    helpUri: terminal.ruleUrl(rule.id),
    help: { text: `specgraph rules ${rule.id}` },
    defaultConfiguration: { level: LEVELS[SEVERITY_NAMES[rule.severity]] },
    properties: { tags: [rule.group] },
  };
}

function result(finding: Finding, i: number, report: Report): object {
  const { rule, severity, message, suggestion, related, fix } = finding;
  return {
    ruleId: rule,
    ruleIndex: report.rules.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: suggestion ? `${message} (${suggestion})` : message },
    locations: [{ physicalLocation: { artifactLocation: artifact(finding.file), region: region(finding) } }],
    relatedLocations: related?.map(({ at, note }, id) => ({
      id,
      message: { text: note },
      physicalLocation: { artifactLocation: artifact(at.file), region: { startLine: at.line } },
    })),
    partialFingerprints: { 'specgraph/v1': report.fingerprints[i] },
    fixes: fix?.length ? [fixOf(finding)] : undefined,
  };
}

function fixOf({ fix = [], suggestion }: Finding): object {
  return {
    description: { text: suggestion ?? 'fix it' },
    artifactChanges: [...Map.groupBy(fix, (edit) => edit.range.file)].map(([file, edits]) => ({
      artifactLocation: artifact(file),
      replacements: edits.map((edit) => ({
        deletedRegion: region(edit.range),
        insertedContent: { text: edit.text },
      })),
    })),
  };
}

function artifact(file: string): object {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

function region({
  line,
  column,
  endLine,
  endColumn,
}: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
