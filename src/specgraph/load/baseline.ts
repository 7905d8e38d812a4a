/** A baseline lists the known findings of an older project, so that only new findings are reported. */
import type { Finding } from '../model/index.ts';
import { UsageError } from '../usage-error.ts';

const SCHEMA = 'specgraph.baseline/1';

interface Baseline {
  schema: typeof SCHEMA;
  findings: { fingerprint: string; rule: string; file: string; message: string }[];
}

/** The text of a baseline with these findings. @param prints the fingerprint of each, in the same order */
export function baselineText(findings: readonly Finding[], prints: readonly string[]): string {
  const baseline: Baseline = {
    schema: SCHEMA,
    findings: findings.map(({ rule, file, message }, i) => ({ fingerprint: prints[i], rule, file, message })),
  };
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

/**
 * Reads the fingerprints of known findings.
 * @param read gives the text of the file
 * @throws UsageError when the file cannot be read or is not a baseline
 */
export async function readBaseline(
  file: string,
  read: (file: string) => Promise<string>,
): Promise<ReadonlySet<string>> {
  let text: string;
  try {
    text = await read(file);
  } catch {
    throw new UsageError(`the baseline ${file} cannot be read`, 'write it with --update-baseline');
  }
  try {
    const value = JSON.parse(text) as Partial<Baseline>;
    if (value.schema === SCHEMA && Array.isArray(value.findings))
      return new Set(value.findings.map(({ fingerprint }) => fingerprint));
  } catch {
    // The same error as for any other content that is not a baseline.
  }
  throw new UsageError(
    `${file} is not a baseline (schema ${SCHEMA})`,
    'write it anew with --update-baseline',
  );
}
