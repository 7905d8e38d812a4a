import { plural } from '#specgraph/text/lists';
import { UsageError } from '#specgraph/usage-error';
import { DEFAULT_FOLDER, defineCommand } from '../command.ts';
import type { Effects } from '../effects.ts';
import { lookFor } from '../terminal-options.ts';
import { oneOperand, readNumber } from '../options.ts';
import { paintFor } from '../colors.ts';
import { rememberedReport, storedReport, type Report } from '../report.ts';
import { REPORTERS, type ReportFormat } from '../reporters/index.ts';
import type { RuleLevel, Session } from '../checker.ts';

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
  cache: boolean;
}

export const check = defineCommand({
  name: 'check',
  summary: 'Checks a folder of Markdown and prints the findings.',
  operands: '[DIR]',
  options: {
    baseline: { value: 'FILE', about: 'leave out the findings that FILE holds' },
    config: { value: 'FILE', about: 'configuration instead of DIR/specgraph.config.{ts,mjs,js,json}' },
    contract: {
      value: 'FILE',
      multiple: true,
      about: 'a further contract: YAML, or a planning document with front matter',
    },
    fix: { about: 'mend what has exactly one right answer' },
    format: { value: 'FORMAT', choices: FORMATS, about: 'how findings are printed; default pretty' },
    'no-cache': { about: 'work everything out again, and remember nothing' },
    'max-warnings': { value: 'N', about: 'exit with 1 when there are more warnings' },
    out: { value: 'FILE', about: 'write the findings to FILE instead of printing them' },
    rule: {
      value: 'ID=off|warn|error',
      multiple: true,
      about: 'level of a rule, over that of the configuration',
    },
    'update-baseline': { about: 'write the findings of this run to the file of --baseline' },
    watch: { about: 'check again whenever a file changes' },
  },
  examples: [
    'specgraph check',
    'specgraph check docs --format github --max-warnings 0',
    'specgraph check --rule unlinked-document=off --fix',
  ],
  async run({ options, operands }, effects) {
    const request: CheckRequest = {
      folder: oneOperand('check', operands, DEFAULT_FOLDER),
      format: (options.format ?? 'pretty') as ReportFormat,
      config: options.config,
      contracts: options.contract,
      levels: options.rule ? await readLevels(options.rule) : {},
      maxWarnings: readNumber('--max-warnings', options['max-warnings']),
      fix: options.fix ?? false,
      watch: options.watch ?? false,
      baseline: options.baseline,
      updateBaseline: options['update-baseline'] ?? false,
      out: options.out,
      cache: !options['no-cache'],
    };
    if (request.updateBaseline && !request.baseline)
      throw new UsageError('--update-baseline needs the file', '--baseline FILE --update-baseline');
    // Each would be a change of its own inside the watched folder.
    if (request.watch && (request.out || request.updateBaseline))
      throw new UsageError(`--watch prints; it takes no ${request.out ? '--out' : '--update-baseline'}`);
    return request.watch
      ? watch(await sessionFor(request, effects), request, effects)
      : checkOnce(undefined, request, effects);
  },
});

/** Reads `ID=LEVEL`. */
async function readLevels(given: readonly string[]): Promise<Record<string, RuleLevel>> {
  const [{ ruleById, RULES }, { didYouMean }] = await Promise.all([
    import('#specgraph'),
    import('#specgraph/text/did-you-mean'),
  ]);
  return Object.fromEntries(
    given.map((words) => {
      const [id, level, ...more] = words.split('=');
      if (!ruleById(id)) {
        const meant = didYouMean(
          id,
          RULES.map((rule) => rule.id),
        );
        throw new UsageError(
          `--rule names "${id}", which is no rule`,
          meant ? `did you mean ${meant}? (specgraph rules lists all)` : 'specgraph rules lists all',
        );
      }
      if (more.length > 0 || !LEVELS.includes(level as RuleLevel))
        throw new UsageError(`--rule takes ID=off, ID=warn or ID=error, not "${words}"`);
      return [id, level as RuleLevel];
    }),
  );
}

// What only a fresh check needs is loaded for it: a remembered one is told at once.
const sessionFor = async (request: CheckRequest, effects: Effects): Promise<Session> =>
  (await import('../checker.ts')).createSession(request, effects);

/** @param session of a watching process; a single check remembers between processes instead */
async function checkOnce(
  session: Session | undefined,
  request: CheckRequest,
  effects: Effects,
): Promise<number> {
  const full = session
    ? await examined(session, request, effects)
    : ((await recalled(request, effects)) ?? (await worked(request, effects)));
  if (!request.baseline) return told(full, request, effects);
  const { applyBaseline, writeBaseline } = await import('../baseline.ts');
  if (!request.updateBaseline)
    return told(await applyBaseline(full, request.baseline, effects), request, effects);
  await writeBaseline(full, request.baseline, effects);
  effects.stdout.write(`${plural(full.findings.length, 'finding')} written to ${request.baseline}.\n`);
  return 0;
}

async function told(report: Report, request: CheckRequest, effects: Effects): Promise<number> {
  await print(report, request, effects);
  return exitCode(report, request, effects);
}

const examined = async (session: Session, request: CheckRequest, effects: Effects): Promise<Report> =>
  (await import('../check-folder.ts')).examine(session, request.fix, effects);

async function recalled(request: CheckRequest, effects: Effects): Promise<Report | undefined> {
  if (!request.cache || request.fix) return undefined;
  const start = effects.now();
  const stored = await effects.memory.recall(asText(request));
  return stored && rememberedReport(stored, effects.now() - start);
}

async function worked(request: CheckRequest, effects: Effects): Promise<Report> {
  const report = await examined(await sessionFor(request, effects), request, effects);
  if (request.cache && !request.fix) effects.memory.keep(asText(request), storedReport(report));
  return report;
}

/** All of a request that findings depend on. */
function asText({ folder, config, contracts, levels }: CheckRequest): string {
  return JSON.stringify({ folder, config, contracts, levels });
}

async function print(report: Report, { format, out }: CheckRequest, effects: Effects): Promise<void> {
  const reporter = await REPORTERS[format]();
  const look = await lookFor(effects.stdout, effects);
  if (out === undefined) effects.stdout.write(reporter(report, look));
  else
    await effects.writeFile(
      out,
      reporter(report, { ...look, paint: paintFor({ ...effects.stdout, isTTY: false }, { NO_COLOR: '1' }) }),
    );
}

function exitCode({ summary }: Report, { maxWarnings }: CheckRequest, effects: Effects): number {
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) {
    effects.stderr.write(
      `specgraph: ${plural(summary.warnings, 'warning')}, --max-warnings allows ${maxWarnings}\n`,
    );
    return 1;
  }
  return summary.errors > 0 ? 1 : 0;
}

/** Checks until the watching ends; a mistake on the way is told and waits for the next change. */
async function watch(session: Session, request: CheckRequest, effects: Effects): Promise<number> {
  let code = await checkAndTell(session, request, effects);
  for await (const _ of effects.watch(watched(request))) {
    if (effects.stdout.isTTY && request.format === 'pretty')
      effects.stdout.write('\u001B[2J\u001B[3J\u001B[H');
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
