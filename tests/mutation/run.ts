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
   * Judges some mutants of one operator in a fraction of the time: those that lie apart are applied together. Those
   * that are not found among others are judged again without the others.
   */
  judgeTogether(operator: string, mutants: readonly Mutant[]): Verdict[];
}

const MAX_TOGETHER = 24;

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
    const findings = news(changes, group[0]);
    const verdicts = moved.map((mutant) => judge({ ...mutant, alsoBreaks }, findings, texts));
    const missed = group.filter((_, i) => verdicts[i] !== undefined);
    if (missed.length === group.length) return group.map(judgeAlone);
    const again = judgeGroup(missed);
    return verdicts.map((verdict, i) => verdict && again[missed.indexOf(group[i])]);
  };
  const original: Original = { graph: reader.read(corpus), contracts, text: (file) => texts.get(file)! };
  // The whole list first: what an operator reads must not be the mutated set.
  const mutantsOf = (operator: string): Mutant[] => [...OPERATORS[operator](original)];
  return {
    unmutated,
    mutantsOf,
    judgeAll: (operator) =>
      mutantsOf(operator).map((mutant) => ({ operator, mutant, survived: judgeAlone(mutant) })),
    judgeTogether: (operator, mutants) =>
      groupsOf(mutants, texts, MAX_TOGETHER).flatMap((group) => {
        const verdicts = judgeGroup(group);
        return group.map((mutant, i) => ({ operator, mutant, survived: verdicts[i] }));
      }),
  };
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
  const { file, line, lastLine = line } = mutant;
  if (!own.some((f) => f.file === file && f.line >= line && f.line <= lastLine))
    return `found elsewhere: ${describe(own)}`;
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
