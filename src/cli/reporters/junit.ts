import type { Finding } from '#specgraph';
import type { Report, Reporter } from '../report.ts';

/**
 * JUnit XML: a suite for each file, a case for each finding. A file without findings has one case that passes.
 * Warnings are not failures.
 */
export const junit: Reporter = (report) => {
  const byFile = Map.groupBy(report.findings, (finding) => finding.file);
  const files = [...new Set([...report.files, ...byFile.keys()])].toSorted();
  const total = files.reduce((sum, file) => sum + Math.max(1, byFile.get(file)?.length ?? 0), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="specgraph" tests="${total}" failures="${report.summary.errors}" time="${seconds(report)}">`,
    ...files.flatMap((file) => suite(file, byFile.get(file) ?? [])),
    '</testsuites>',
    '',
  ].join('\n');
};

function suite(file: string, findings: readonly Finding[]): string[] {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  return [
    `  <testsuite name="${escapeXml(file)}" tests="${Math.max(1, findings.length)}" failures="${failures}">`,
    ...(findings.length > 0
      ? findings.flatMap(testCase)
      : [`    <testcase classname="${escapeXml(file)}" name="no findings"/>`]),
    '  </testsuite>',
  ];
}

function testCase(finding: Finding): string[] {
  const { file, line, column, rule, severity, message, suggestion } = finding;
  const details = escapeXml(`${file}:${line}:${column} ${message}${suggestion ? ` (${suggestion})` : ''}`);
  return [
    `    <testcase classname="${escapeXml(file)}" name="${escapeXml(`${rule} ${line}:${column}`)}">`,
    severity === 'error'
      ? `      <failure type="${escapeXml(rule)}" message="${escapeXml(message)}">${details}</failure>`
      : `      <system-out>${details}</system-out>`,
    '    </testcase>',
  ];
}

/** Characters that XML 1.0 does not allow, not even escaped: control characters and halves of surrogate pairs. */
const NOT_XML = new RegExp(
  [
    String.raw`[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]`,
    String.raw`[\uD800-\uDBFF](?![\uDC00-\uDFFF])`,
    String.raw`(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]`,
  ].join('|'),
  'g',
);
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '\uFFFD')
    .replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`);
}

function seconds({ milliseconds }: Report): string {
  return (milliseconds / 1000).toFixed(3);
}
