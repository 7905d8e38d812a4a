import type { Finding } from '#specgraph';
import type { Report, Reporter } from '../report.ts';

/** JUnit XML: a suite a file, a case a finding; a file without findings is one case that passed. Warnings do not fail. */
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
  const failures = findings.filter((f) => f.severity === 'error').length;
  return [
    `  <testsuite name="${escape(file)}" tests="${Math.max(1, findings.length)}" failures="${failures}">`,
    ...(findings.length > 0
      ? findings.flatMap(testCase)
      : [`    <testcase classname="${escape(file)}" name="no findings"/>`]),
    '  </testsuite>',
  ];
}

function testCase(finding: Finding): string[] {
  const { file, line, column, rule, severity, message, suggestion } = finding;
  const details = escape(`${file}:${line}:${column} ${message}${suggestion ? ` (${suggestion})` : ''}`);
  return [
    `    <testcase classname="${escape(file)}" name="${escape(`${rule} ${line}:${column}`)}">`,
    severity === 'error'
      ? `      <failure type="${escape(rule)}" message="${escape(message)}">${details}</failure>`
      : `      <system-out>${details}</system-out>`,
    '    </testcase>',
  ];
}

/** Also drops what XML 1.0 cannot say at all. */
function escape(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
    )
    .replace(
      /[&<>"\t\n\r]/g,
      (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? `&#${c.charCodeAt(0)};`,
    );
}

function seconds({ milliseconds }: Report): string {
  return (milliseconds / 1000).toFixed(3);
}
