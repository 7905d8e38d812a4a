/** Refactorings of a few files in memory. */
import { NO_CONFIG, parseConfig, readContract, RULE_IDS, type SpecConfig } from '#specgraph';
import { PROFILES } from '#profiles';
import {
  planRefactoring,
  type RefactorPlan,
  type RefactorProject,
  type RefactorRequest,
} from '#specgraph/refactor';

export type Texts = Readonly<Record<string, string>>;

/** Markdown is read as documents; `ROOT/specgraph.config.json` is the configuration, `ROOT/contracts/*.yaml` are contracts. */
export function projectOf(files: Texts, root = 'spec'): RefactorProject {
  const names = Object.keys(files).sort();
  const configFile = `${root}/specgraph.config.json`;
  const isDocument = (name: string): boolean => /\.mdx?$/.test(name);
  return {
    corpus: {
      root,
      repositoryRoot: '.',
      problems: [],
      files: names.filter(isDocument).map((path) => ({ path, text: files[path] })),
      others: [],
      tree: { kind: (path) => (names.includes(path) ? 'file' : undefined), otherCases: () => [] },
    },
    config: files[configFile] ? configOf(files[configFile]) : NO_CONFIG,
    configFile: files[configFile] ? configFile : undefined,
    contracts: names
      .filter((name) => /\/contracts\/.*\.yaml$/.test(name))
      .map((name) => readContract(name, files[name])),
    pointerTexts: new Map(
      names.filter((name) => /\.(?:json|ya?ml)$/.test(name)).map((name) => [name, files[name]]),
    ),
  };
}

function configOf(text: string): SpecConfig {
  const parsed = parseConfig(JSON.parse(text), RULE_IDS, PROFILES);
  if ('faults' in parsed) throw new Error(parsed.faults.join('; '));
  return parsed.config;
}

/** The files after a plan. */
export function filesAfter(files: Texts, plan: RefactorPlan): Record<string, string> {
  const names = new Map(plan.renames.map(({ from, to }) => [from, to]));
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => !plan.removals.includes(name))
      .map(([name, text]) => [names.get(name) ?? name, plan.texts.get(name) ?? text]),
  );
}

/** @throws where the refactoring is refused */
export function refactored(files: Texts, request: RefactorRequest): Record<string, string> {
  const plan = planRefactoring(projectOf(files), request);
  if (plan.refusals.length > 0) throw new Error(plan.refusals.map(({ message }) => message).join('\n'));
  return filesAfter(files, plan);
}

/** What stands in the way of a refactoring, one line each. */
export function refusalsOf(files: Texts, request: RefactorRequest): string[] {
  return planRefactoring(projectOf(files), request).refusals.map(
    ({ message, at }) => `${at ? `${at.file}:${at.line} ` : ''}${message}`,
  );
}
