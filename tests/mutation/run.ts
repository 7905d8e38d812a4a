/** Applies every mutant to the real specification, one at a time, and judges what the checker says. */
import { checkGraph, createReader, ruleById, type Finding, type GraphView } from '#specgraph';
import { loadProject } from '#specgraph/load';
import { OPERATORS } from './operators/index.ts';
import type { Mutant, Original } from './mutant.ts';
import { combine, groupsOf } from './together.ts';

export interface Verdict {
  operator: string;
  mutant: Mutant;
  /** Undefined when the mutant was found at its place and nothing unrelated was said. */
  survived?: string;
}

export interface Judge {
  /** Findings of the specification as it is. */
  unmutated: Finding[];
  /** The mutants of one operator. */
  mutantsOf(operator: string): Mutant[];
  /** Applies every mutant of one operator, one at a time. */
  judgeAll(operator: string): Verdict[];
  /**
   * Judges mutants in a fraction of the time: those of different rules that lie apart are applied together. One that
   * is not found among others, and one whose rule says more than that, is judged again alone, the rest without it.
   * @returns a verdict for each, in the same order
   */
  judgeTogether(mutants: readonly Mutant[]): (string | undefined)[];
}

const MAX_TOGETHER = 40;

/** @param cwd directory of the project */
export async function createJudge(cwd: string): Promise<Judge> {
  const { corpus, config, contracts } = await loadProject('spec', { cwd });
  const reader = createReader(config);
  const texts = new Map(corpus.files.map((file) => [file.path, file.text]));
  const check = (changes: Record<string, string>, since?: GraphView, asked?: string): Finding[] => {
    // A strict rule runs only where it is asked for.
    const strict = asked === undefined ? undefined : ruleById(asked);
    const settings = strict?.level === 'strict' ? { [strict.id]: strict.severity } : undefined;
    const files = corpus.files.map((file) => ({ path: file.path, text: changes[file.path] ?? file.text }));
    return checkGraph(reader.read({ ...corpus, files }), { contracts, since, settings }).findings;
  };
  const unmutated = check({});
  const known = new Set(unmutated.map(keyOf));
  const news = (changes: Mutant['changes'], { isSince, rule }: Mutant): Finding[] =>
    check(changes, isSince ? original.graph : undefined, rule).filter(
      (finding) => !known.has(keyOf(finding)),
    );
  const judgeAlone = (mutant: Mutant): string | undefined =>
    judge(mutant, news(mutant.changes, mutant), texts);
  const judgeGroup = (group: readonly Mutant[]): (string | undefined)[] => {
    if (group.length < 2) return group.map(judgeAlone);
    const { changes, moved } = combine(group, texts);
    const alsoBreaks = group.flatMap((mutant) => mutant.alsoBreaks);
    const rules = group.map(({ rule }) => rule);
    const findings = news(changes, group[0]);
    // Where a rule says more than its mutant explains, the mutants of the other rules may be the reason.
    const more = rulesThatSayMore(findings, moved, alsoBreaks);
    const verdicts = moved.map((mutant) =>
      more.has(mutant.rule)
        ? 'its rule says more'
        : judge({ ...mutant, alsoBreaks: [...alsoBreaks, ...rules] }, findings, texts),
    );
    const missed = group.filter((_, i) => verdicts[i] !== undefined);
    if (missed.length === 0) return verdicts;
    const found = group.filter((_, i) => verdicts[i] === undefined);
    const foundAgain = judgeGroup(found);
    const known = new Map<Mutant, string | undefined>(found.map((mutant, i) => [mutant, foundAgain[i]]));
    for (const mutant of missed) known.set(mutant, judgeAlone(mutant));
    return group.map((mutant) => known.get(mutant));
  };
  const original: Original = { graph: reader.read(corpus), contracts, text: (file) => texts.get(file)! };
  // The whole list first: what an operator reads must not be the mutated set.
  const mutantsOf = (operator: string): Mutant[] => [...OPERATORS[operator](original)];
  return {
    unmutated,
    mutantsOf,
    judgeAll: (operator) =>
      mutantsOf(operator).map((mutant) => ({ operator, mutant, survived: judgeAlone(mutant) })),
    judgeTogether: (mutants) => {
      const verdicts = new Map(
        groupsOf(mutants, texts, MAX_TOGETHER).flatMap((group) => {
          const own = judgeGroup(group);
          return group.map((mutant, i) => [mutant, own[i]] as const);
        }),
      );
      return mutants.map((mutant) => verdicts.get(mutant));
    },
  };
}

/** The rules that report a place where none of their mutants is, and that no mutant may break besides. */
function rulesThatSayMore(
  findings: readonly Finding[],
  mutants: readonly Mutant[],
  alsoBreaks: readonly string[],
): ReadonlySet<string> {
  const isExplained = (finding: Finding): boolean =>
    alsoBreaks.includes(finding.rule) || mutants.some((mutant) => isFoundBy(mutant, finding));
  return new Set(findings.filter((finding) => !isExplained(finding)).map(({ rule }) => rule));
}

function isFoundBy({ rule, file, line, lastLine = line }: Mutant, finding: Finding): boolean {
  return finding.rule === rule && finding.file === file && finding.line >= line && finding.line <= lastLine;
}

/** The same finding in a mutated set, where lines may have moved. */
function keyOf({ rule, file, message }: Finding): string {
  return `${rule} ${file} ${message}`;
}

function judge(mutant: Mutant, findings: Finding[], texts: Map<string, string>): string | undefined {
  if (Object.entries(mutant.changes).every(([path, text]) => texts.get(path) === text))
    return 'the mutation changes nothing';
  const own = findings.filter((f) => f.rule === mutant.rule);
  if (own.length === 0) return `no finding of ${mutant.rule}; said was: ${describe(findings)}`;
  if (!own.some((finding) => isFoundBy(mutant, finding))) return `found elsewhere: ${describe(own)}`;
  const unrelated = findings.filter((f) => f.rule !== mutant.rule && !mutant.alsoBreaks.includes(f.rule));
  return unrelated.length > 0 ? `unrelated: ${describe(unrelated)}` : undefined;
}

function describe(findings: Finding[]): string {
  return (
    findings
      .slice(0, 3)
      .map((f) => `${f.file}:${f.line} ${f.rule}: ${f.message}`)
      .join(' | ') || 'nothing'
  );
}
