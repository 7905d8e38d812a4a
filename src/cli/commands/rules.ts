import { fileURLToPath } from 'node:url';
import { UsageError, type Rule } from '#specgraph';
import { didYouMean } from '#specgraph/text/did-you-mean';
import { SEVERITY_NAMES } from '#specgraph/text/severities';
import { ALL_RULES } from '../all-rules.ts';
import { paintFor, type Paint } from '../colors.ts';
import { defineCommand } from '../command.ts';
import type { Effects } from '../effects.ts';
import { rulePageFile } from '../terminal-options.ts';
import { toJson } from '../output.ts';

export const rules = defineCommand({
  name: 'rules',
  summary: 'Lists the rules, or prints the documentation of one.',
  operands: '[ID]',
  options: {
    format: { value: 'FORMAT', choices: ['json', 'pretty'], about: 'default pretty' },
  },
  async run({ options, operands }, effects) {
    if (operands.length > 1) throw new UsageError(`rules takes one id, not ${operands.length}`);
    const paint = paintFor(effects.stdout, effects.env);
    const [id] = operands;
    const rule = id === undefined ? undefined : findRule(id);
    const page = rule && (await readPage(rule, effects));
    if (options.format === 'json')
      effects.stdout.write(toJson(rule ? { ...describe(rule), page } : ALL_RULES.map(describe)));
    else effects.stdout.write(rule ? renderPage(rule, page!, paint) : renderList(paint));
    return 0;
  },
});

function findRule(id: string): Rule {
  const rule = ALL_RULES.find((one) => one.id === id);
  if (rule) return rule;
  const meant = didYouMean(
    id,
    ALL_RULES.map((one) => one.id),
  );
  throw new UsageError(
    `there is no rule "${id}"`,
    meant ? `did you mean ${meant}?` : 'specgraph rules lists all',
  );
}

function describe({ id, group, level, severity, fixable, summary }: Rule): {
  id: string;
  group: string;
  level: string;
  severity: string;
  fixable: boolean;
  summary: string;
} {
  return {
    id,
    group,
    level: level ?? 'recommended',
    severity: SEVERITY_NAMES[severity],
    fixable: fixable ?? false,
    summary,
  };
}

/**
 * The Markdown page of a rule.
 * @throws Error where the installation lacks it
 */
async function readPage(rule: Rule, effects: Effects): Promise<string> {
  const file = fileURLToPath(rulePageFile(rule.id));
  try {
    return await effects.readText(file);
  } catch {
    throw new Error(`the installation lacks the page of the rule ${rule.id}: ${file}`);
  }
}

function facts(rule: Rule): string {
  const { group, level, severity, fixable } = describe(rule);
  return `${severity}, ${group}, ${level}${fixable ? ', --fix can fix it' : ''}`;
}

function renderPage(rule: Rule, page: string, paint: Paint): string {
  const text = page.trim().replace(/^#+ .*$/gm, (heading) => paint('bold', heading));
  return [paint('bold', rule.id), facts(rule), '', `${rule.summary}.`, '', text, ''].join('\n');
}

function renderList(paint: Paint): string {
  const width = Math.max(...ALL_RULES.map((rule) => rule.id.length));
  const groups = [...Map.groupBy(ALL_RULES, (rule) => rule.group)];
  return groups
    .map(([group, own]) =>
      [
        paint('bold', group),
        ...own.map((rule) => {
          const { level, severity, fixable } = describe(rule);
          return `  ${rule.id.padEnd(width)}  ${severity.padEnd(11)}  ${level === 'strict' ? level : '      '}  ${fixable ? 'fix' : '   '}  ${rule.summary}`;
        }),
        '',
      ].join('\n'),
    )
    .join('\n');
}
