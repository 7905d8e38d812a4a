/** A baseline holds the findings that an old project lives with, so that only new ones count. */
import { UsageError } from '#specgraph/usage-error';
import type { Effects } from './effects.ts';
import { withFindings, type Report } from './report.ts';

const SCHEMA = 'specgraph.baseline/1';

interface Baseline {
  schema: typeof SCHEMA;
  findings: { fingerprint: string; rule: string; file: string; message: string }[];
}

/**
 * Takes out of a report what the baseline holds.
 * @throws UsageError when the file is missing or is no baseline
 */
export async function applyBaseline(report: Report, file: string, effects: Effects): Promise<Report> {
  const known = new Set((await readBaseline(file, effects)).findings.map((f) => f.fingerprint));
  const rest = withFindings(report, (_, i) => !known.has(report.fingerprints[i]));
  return { ...rest, baselined: report.findings.length - rest.findings.length };
}

/** Writes the findings of a report as the new baseline. */
export async function writeBaseline(report: Report, file: string, effects: Effects): Promise<void> {
  const baseline: Baseline = {
    schema: SCHEMA,
    findings: report.findings.map(({ rule, file: where, message }, i) => ({
      fingerprint: report.fingerprints[i],
      rule,
      file: where,
      message,
    })),
  };
  await effects.writeFile(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

async function readBaseline(file: string, effects: Effects): Promise<Baseline> {
  let text: string;
  try {
    text = await effects.readText(file);
  } catch {
    throw new UsageError(`the baseline ${file} cannot be read`, 'write it with --update-baseline');
  }
  try {
    const value = JSON.parse(text) as Partial<Baseline>;
    if (value.schema === SCHEMA && Array.isArray(value.findings)) return value as Baseline;
  } catch {
    // Told below like any other content that is no baseline.
  }
  throw new UsageError(
    `${file} is not a baseline (schema ${SCHEMA})`,
    'write it anew with --update-baseline',
  );
}
