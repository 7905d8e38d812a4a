/** A handful of files, written to a temporary folder and loaded the way a user's are. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  checkGraph,
  readGraph,
  type CheckOptions,
  type CheckReport,
  type GraphView,
  type Rule,
} from '#specgraph';
import { PROFILES } from '#profiles';
import { loadProject, type Project } from '#specgraph/load';

/**
 * Texts by path; the first folder of the first path is the set ("spec/01-a.md"). U+2400 stands for a NUL byte. Files below
 * "before/" are the set in an earlier revision.
 */
export type Files = Readonly<Record<string, string>>;

export interface SmallCorpus {
  project: Project;
  graph: GraphView;
  check(options?: CheckOptions): CheckReport;
}

/** @param rules those that the configuration may set and that `check` runs; the built-in ones unless given */
export async function smallCorpus(files: Files, rules?: readonly Rule[]): Promise<SmallCorpus> {
  const { present, before } = splitRevisions(files);
  const { graph, project } = await loadFiles(present, rules);
  const since = before && (await loadFiles(before, rules)).graph;
  return {
    project,
    graph,
    check: (options) => checkGraph(graph, { contracts: project.contracts, rules, since, ...options }),
  };
}

const BEFORE = 'before/';

function splitRevisions(files: Files): { present: Files; before?: Files } {
  const { before, present } = Object.groupBy(Object.entries(files), ([name]) =>
    name.startsWith(BEFORE) ? 'before' : 'present',
  );
  return {
    present: Object.fromEntries(present ?? []),
    before: before && Object.fromEntries(before.map(([name, text]) => [name.slice(BEFORE.length), text])),
  };
}

async function loadFiles(
  files: Files,
  rules?: readonly Rule[],
): Promise<Pick<SmallCorpus, 'project' | 'graph'>> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'specgraph-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(cwd, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text.replaceAll('\u2400', '\0'));
    }
    const project = await loadProject(Object.keys(files)[0].split('/')[0], {
      cwd,
      rules,
      profiles: PROFILES,
    });
    return { project, graph: readGraph(project.corpus, project.config) };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** Checks files and gives the findings in short: "01-a.md:3:5 rule message". */
export async function findingsOf(files: Files): Promise<CheckReport['findings']> {
  return (await smallCorpus(files)).check().findings;
}
