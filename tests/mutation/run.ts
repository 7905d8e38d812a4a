/** Applies every mutant to the real specification, one at a time, and judges what the checker says. */
import { checkGraph, createReader, type Finding, type GraphView } from '#specgraph';
import { loadProject } from '#specgraph/load';
import { OPERATORS } from './operators/index.ts';
import type { Mutant, Original } from './mutant.ts';

export interface Verdict {
  operator: string;
  mutant: Mutant;
  /** Undefined when the mutant was found at its place and nothing unrelated was said. */
  survived?: string;
}

export interface Judge {
  /** Findings of the specification as it is. */
  unmutated: Finding[];
  /** Applies every mutant of one operator. */
  judgeAll(operator: string): Verdict[];
}

/** @param cwd directory of the project */
export async function createJudge(cwd: string): Promise<Judge> {
  const { corpus, config, contracts } = await loadProject('spec', { cwd });
  const reader = createReader(config);
  const texts = new Map(corpus.files.map((file) => [file.path, file.text]));
  const check = (changes: Record<string, string>, since?: GraphView): Finding[] => {
    const files = corpus.files.map((file) => ({ path: file.path, text: changes[file.path] ?? file.text }));
    return checkGraph(reader.read({ ...corpus, files }), { contracts, since }).findings;
  };
  const unmutated = check({});
  const known = new Set(unmutated.map(keyOf));
  const news = ({ changes, isSince }: Mutant): Finding[] =>
    check(changes, isSince ? original.graph : undefined).filter((finding) => !known.has(keyOf(finding)));
  const original: Original = { graph: reader.read(corpus), contracts, text: (file) => texts.get(file)! };
  return {
    unmutated,
    // The whole list first: what an operator reads must not be the mutated set.
    judgeAll: (operator) =>
      [...OPERATORS[operator](original)].map((mutant) => ({
        operator,
        mutant,
        survived: judge(mutant, news(mutant), texts),
      })),
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
  if (!own.some((f) => f.file === mutant.file && f.line === mutant.line))
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
