import { ruleById, RULES, UsageError } from '#specgraph';
import { didYouMean } from '#specgraph/text/did-you-mean';
import { plural } from '#specgraph/text/lists';
import { applyBaseline, writeBaseline } from '../baseline.ts';
import { DEFAULT_FOLDER, defineCommand } from '../command.ts';
import type { Effects } from '../effects.ts';
import { lookFor } from '../look.ts';
import { mend } from '../mend.ts';
import { oneOperand, readNumber } from '../options.ts';
import { paintFor } from '../colors.ts';
import { createReport, type Report } from '../report.ts';
import { REPORTERS, type ReportFormat } from '../reporters/index.ts';
import { createSession, type RuleLevel, type Session } from '../session.ts';

const FORMATS = Object.keys(REPORTERS) as ReportFormat[];
const LEVELS = ['off', 'warn', 'error'] as const;

interface CheckRequest {
  folder: string;
  format: ReportFormat;
  config?: string;
  contracts?: string[];
  levels: Record<string, RuleLevel>;
  maxWarnings?: number;
  fix: boolean;
  watch: boolean;
  baseline?: string;
  updateBaseline: boolean;
  out?: string;
}

export const check = defineCommand({
  name: 'check',
  summary: 'Checks a folder of Markdown and prints the findings.',
  operands: '[DIR]',
  options: {
    baseline: { value: 'FILE', about: 'leave out the findings that FILE holds' },
    config: { value: 'FILE', about: 'configuration instead of DIR/specgraph.config.{ts,mjs,js,json}' },
    contract: { value: 'FILE', multiple: true, about: 'a further contract: YAML, or a planning document with front matter' },
    fix: { about: 'mend what has exactly one right answer' },
    format: { value: 'FORMAT', choices: FORMATS, about: 'how findings are printed; default pretty' },
    'max-warnings': { value: 'N', about: 'exit with 1 when there are more warnings' },
    out: { value: 'FILE', about: 'write the findings to FILE instead of printing them' },
    rule: { value: 'ID=off|warn|error', multiple: true, about: 'level of a rule, over that of the configuration' },
    'update-baseline': { about: 'write the findings of this run to the file of --baseline' },
    watch: { about: 'check again whenever a file changes' },
  },
  examples: ['specgraph check', 'specgraph check docs --format github --max-warnings 0', 'specgraph check --rule unlinked-document=off --fix'],
  async run({ options, operands }, effects) {
    const request: CheckRequest = {
      folder: oneOperand('check', operands, DEFAULT_FOLDER),
      format: (options.format ?? 'pretty') as ReportFormat,
      config: options.config,
      contracts: options.contract,
      levels: readLevels(options.rule ?? []),
      maxWarnings: readNumber('--max-warnings', options['max-warnings']),
      fix: options.fix ?? false,
      watch: options.watch ?? false,
      baseline: options.baseline,
      updateBaseline: options['update-baseline'] ?? false,
      out: options.out,
    };
    if (request.updateBaseline && !request.baseline) throw new UsageError('--update-baseline needs the file', '--baseline FILE --update-baseline');
    // Each would be a change of its own inside the watched folder.
    if (request.watch && (request.out || request.updateBaseline)) throw new UsageError(`--watch prints; it takes no ${request.out ? '--out' : '--update-baseline'}`);
    const session = createSession(request, effects);
    return request.watch ? watch(session, request, effects) : checkOnce(session, request, effects);
  },
});

/** Reads `ID=LEVEL`. */
function readLevels(given: readonly string[]): Record<string, RuleLevel> {
  return Object.fromEntries(given.map((words) => {
    const [id, level, ...more] = words.split('=');
    if (!ruleById(id)) {
      const meant = didYouMean(id, RULES.map((rule) => rule.id));
      throw new UsageError(`--rule names "${id}", which is no rule`, meant ? `did you mean ${meant}? (specgraph rules lists all)` : 'specgraph rules lists all');
    }
    if (more.length > 0 || !LEVELS.includes(level as RuleLevel)) throw new UsageError(`--rule takes ID=off, ID=warn or ID=error, not "${words}"`);
    return [id, level as RuleLevel];
  }));
}

async function checkOnce(session: Session, request: CheckRequest, effects: Effects): Promise<number> {
  const full = await createCheckReport(session, request, effects);
  if (request.updateBaseline) {
    await writeBaseline(full, request.baseline!, effects);
    effects.stdout.write(`${plural(full.findings.length, 'finding')} written to ${request.baseline}.\n`);
    return 0;
  }
  const report = request.baseline ? await applyBaseline(full, request.baseline, effects) : full;
  await print(report, request, effects);
  return exitCode(report, request, effects);
}

async function createCheckReport(session: Session, request: CheckRequest, effects: Effects): Promise<Report> {
  const start = effects.now();
  let project = await session.load();
  const done = progress(project.corpus.files.map((f) => f.text.length), effects);
  let fixed: number | undefined;
  if (request.fix) {
    const mended = await mend(session, project, effects);
    project = mended.project;
    fixed = mended.fixed;
    for (const line of mended.skipped) effects.stderr.write(`specgraph: ${line}\n`);
  }
  const view = await session.read(project);
  const report = session.check(project, view);
  done();
  return createReport({ view, report, rules: RULES, milliseconds: effects.now() - start, fixed });
}

/** Texts of this size take about half a second; whoever waits at a terminal is told. */
const LONG = 5_000_000;

function progress(sizes: readonly number[], { stderr }: Effects): () => void {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!stderr.isTTY || total < LONG) return () => {};
  stderr.write(`Reading ${plural(sizes.length, 'document')}, ${(total / 1e6).toFixed(1)} MB …`);
  return () => stderr.write('\r\u001B[K');
}

async function print(report: Report, { format, out }: CheckRequest, effects: Effects): Promise<void> {
  const reporter = await REPORTERS[format]();
  const look = await lookFor(effects.stdout, effects);
  if (out === undefined) effects.stdout.write(reporter(report, look));
  else await effects.writeFile(out, reporter(report, { ...look, paint: paintFor({ ...effects.stdout, isTTY: false }, { NO_COLOR: '1' }) }));
}

function exitCode({ summary }: Report, { maxWarnings }: CheckRequest, effects: Effects): number {
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) {
    effects.stderr.write(`specgraph: ${plural(summary.warnings, 'warning')}, --max-warnings allows ${maxWarnings}\n`);
    return 1;
  }
  return summary.errors > 0 ? 1 : 0;
}

/** Checks until the watching ends; a mistake on the way is told and waits for the next change. */
async function watch(session: Session, request: CheckRequest, effects: Effects): Promise<number> {
  let code = await checkAndTell(session, request, effects);
  for await (const _ of effects.watch(watched(request))) {
    if (effects.stdout.isTTY && request.format === 'pretty') effects.stdout.write('\u001B[2J\u001B[3J\u001B[H');
    code = await checkAndTell(session, request, effects);
  }
  return code;
}

function watched({ folder, config, contracts }: CheckRequest): string[] {
  return [folder, ...(config ? [config] : []), ...(contracts ?? [])];
}

async function checkAndTell(session: Session, request: CheckRequest, effects: Effects): Promise<number> {
  try {
    return await checkOnce(session, request, effects);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    effects.stderr.write(`specgraph: ${error.message}${error.hint ? `; ${error.hint}` : ''}\n`);
    return 2;
  }
}
