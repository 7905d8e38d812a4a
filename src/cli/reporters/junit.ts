import type { Finding } from '#specgraph';
import { escapeXml } from '#specgraph/text/escape-xml';
import type { Report, Reporter } from '../report.ts';

/**
 * JUnit XML: a suite for each file, a case for each finding. A file without findings has one case that passes.
 * Warnings and information are not failures.
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
    `  <testsuite name="${inAttribute(file)}" tests="${Math.max(1, findings.length)}" failures="${failures}">`,
    ...(findings.length > 0
      ? findings.flatMap(testCase)
      : [`    <testcase classname="${inAttribute(file)}" name="no findings"/>`]),
    '  </testsuite>',
  ];
}

function testCase(finding: Finding): string[] {
  const { file, line, column, rule, severity, message, suggestion } = finding;
  const details = inAttribute(`${file}:${line}:${column} ${message}${suggestion ? ` (${suggestion})` : ''}`);
  return [
    `    <testcase classname="${inAttribute(file)}" name="${inAttribute(`${rule} ${line}:${column}`)}">`,
    severity === 'error'
      ? `      <failure type="${inAttribute(rule)}" message="${inAttribute(message)}">${details}</failure>`
      : `      <system-out>${details}</system-out>`,
    '    </testcase>',
  ];
}

/** As in an attribute, where a line feed would become a blank. */
function inAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function seconds({ milliseconds }: Report): string {
  return (milliseconds / 1000).toFixed(3);
}
