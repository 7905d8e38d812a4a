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
      tree: {
        kind: (path) =>
          names.includes(path)
            ? 'file'
            : names.some((name) => name.startsWith(`${path}/`))
              ? 'directory'
              : undefined,
        otherCases: () => [],
      },
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

/** The project after a plan, as if it were loaded again. */
export function projectAfter(project: RefactorProject, plan: RefactorPlan): RefactorProject {
  const names = new Map(plan.renames.map(({ from, to }) => [from, to]));
  const pathNow = (path: string): string => names.get(path) ?? path;
  const pointerTexts = new Map(
    [...(project.pointerTexts ?? [])].map(([path, text]) => [path, plan.texts.get(path) ?? text]),
  );
  const { tree } = project.corpus;
  const made = new Set(names.values());
  return {
    ...project,
    graph: undefined,
    config: plan.config,
    pointerTexts,
    contracts: project.contracts.map((contract) => {
      const text = pointerTexts.get(contract.file);
      return text === undefined ? contract : readContract(contract.file, text);
    }),
    corpus: {
      ...project.corpus,
      tree: {
        ...tree,
        kind: (path) => (made.has(path) ? 'file' : names.has(path) ? undefined : tree.kind(path)),
      },
      files: project.corpus.files
        .filter(({ path }) => !plan.removals.includes(path))
        .map(({ path, text }) => ({ path: pathNow(path), text: plan.texts.get(path) ?? text }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    },
  };
}

/** All texts of a project by path: documents, configuration, contracts and other data. */
export function textsOf({ corpus, pointerTexts }: RefactorProject): Record<string, string> {
  return Object.fromEntries([
    ...(pointerTexts ?? []),
    ...corpus.files.map(({ path, text }) => [path, text] as const),
  ]);
}
