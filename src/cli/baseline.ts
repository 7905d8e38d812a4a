/** A baseline lists the known findings of an older project, so that only new findings are reported. */
import { UsageError } from '#specgraph/usage-error';
import type { Effects } from './effects.ts';
import { filterFindings, type Report } from './report.ts';

const SCHEMA = 'specgraph.baseline/1';

interface Baseline {
  schema: typeof SCHEMA;
  findings: { fingerprint: string; rule: string; file: string; message: string }[];
}

/**
 * Removes the findings that the baseline lists from a report.
 * @throws UsageError when the file cannot be read or is not a baseline
 */
export async function applyBaseline(report: Report, file: string, effects: Effects): Promise<Report> {
  const { findings } = await readBaseline(file, effects);
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  const rest = filterFindings(report, (_, i) => !known.has(report.fingerprints[i]));
  return { ...rest, baselined: report.findings.length - rest.findings.length };
}

/** Writes the findings of a report as the new baseline. */
export async function writeBaseline(report: Report, file: string, effects: Effects): Promise<void> {
  const baseline: Baseline = {
    schema: SCHEMA,
    findings: report.findings.map(({ rule, file: path, message }, i) => ({
      fingerprint: report.fingerprints[i],
      rule,
      file: path,
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
    // The same error as for any other content that is not a baseline.
  }
  throw new UsageError(
    `${file} is not a baseline (schema ${SCHEMA})`,
    'write it anew with --update-baseline',
  );
}
