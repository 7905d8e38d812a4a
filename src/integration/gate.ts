/** Decides whether a set may be published: the findings of its check, less those that a baseline lists. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { Finding } from '#specgraph';
import { fingerprints, lineLookup, readBaseline } from '#specgraph/load';
import { BASELINE_FILE } from '#specgraph/text/file-names';
import { plural } from '#specgraph/text/lists';
import type { Snapshot } from '../site/snapshot.ts';
import { formatFinding } from './live/follow-saves.ts';
import { SiteError } from './site-error.ts';

export interface GateOptions {
  /**
   * A file that lists known findings, which stop no build, relative to the project; or false for none.
   * `specgraph.baseline.json` in the folder of the set unless given.
   */
  baseline?: string | false;
  /** Whether a set with errors is published all the same. */
  allowErrors?: boolean;
}

/**
 * Logs the findings of a set.
 * @param cwd what the path of the baseline is relative to
 * @throws SiteError where an error stops the build
 * @throws UsageError where the baseline cannot be read
 */
export async function passGate(
  { graph, report: { findings, summary } }: Pick<Snapshot, 'graph' | 'report'>,
  { baseline, allowErrors = false, cwd }: GateOptions & { cwd: string },
  logger: Pick<AstroIntegrationLogger, 'error' | 'info' | 'warn'>,
): Promise<void> {
  const known = await knownFindings(baseline, graph.root, cwd);
  const prints = known.size > 0 ? fingerprints(findings, lineLookup(graph)) : [];
  const rest = findings.filter((_, i) => !known.has(prints[i]));
  const stops = rest.filter(({ severity }) => severity === 'error' && !allowErrors).length;
  for (const finding of rest) logger[logLevelOf(finding, allowErrors)](formatFinding(finding));
  if (stops > 0) throw new SiteError(`${plural(stops, 'integrity error')}; nothing is built`, HINT);
  const { documents, references, errors } = summary;
  const state = errors === 0 ? 'no errors' : `${plural(errors, 'error')}, which /integrity/ lists`;
  logger.info(`${plural(documents, 'document')}, ${plural(references, 'reference')}: ${state}`);
}

function logLevelOf({ severity }: Finding, allowErrors: boolean): 'error' | 'warn' | 'info' {
  if (severity === 'information') return 'info';
  return severity === 'error' && !allowErrors ? 'error' : 'warn';
}

async function knownFindings(
  baseline: string | false | undefined,
  folder: string,
  cwd: string,
): Promise<ReadonlySet<string>> {
  const file = baseline ?? path.join(folder, BASELINE_FILE);
  if (file === false || (baseline === undefined && !existsSync(path.resolve(cwd, file)))) return new Set();
  return readBaseline(file, (name) => readFile(path.resolve(cwd, name), 'utf8'));
}

const HINT =
  'mend them, list them in a baseline (check --update-baseline), or publish them with --allow-errors';
