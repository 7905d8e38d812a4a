/** The known findings of an older project, which are not reported. */
import { baselineText, readBaseline } from '#specgraph/load';
import type { Effects } from './effects.ts';
import { filterFindings, type Report } from './report.ts';

/**
 * Removes the findings that the baseline lists from a report.
 * @throws UsageError when the file cannot be read or is not a baseline
 */
export async function applyBaseline(report: Report, file: string, effects: Effects): Promise<Report> {
  const known = await readBaseline(file, effects.readText);
  const rest = filterFindings(report, (_, i) => !known.has(report.fingerprints[i]));
  return { ...rest, baselined: report.findings.length - rest.findings.length };
}

/** Writes the findings of a report as the new baseline. */
export async function writeBaseline(
  { findings, fingerprints }: Report,
  file: string,
  effects: Effects,
): Promise<void> {
  await effects.writeFile(file, baselineText(findings, fingerprints));
}
