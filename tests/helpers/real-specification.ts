/** The specification of this repository, read once; edits are made to copies in memory. */
import path from 'node:path';
import { checkGraph, createReader, type CheckReport, type Finding, type GraphView } from '#specgraph';
import { loadProject, type Project } from '#specgraph/load';

const cwd = path.resolve(import.meta.dirname, '../..');

export interface RealSpecification {
  project: Project;
  graph: GraphView;
  text(path: string): string;
  /** Checks the set with some documents changed; unchanged ones are not read again. */
  checkWith(changes: Record<string, string>): CheckReport;
  /** Findings that the changes add. */
  news(changes: Record<string, string>): Finding[];
}

let loading: Promise<RealSpecification> | undefined;

export function realSpecification(): Promise<RealSpecification> {
  loading ??= load();
  return loading;
}

async function load(): Promise<RealSpecification> {
  const project = await loadProject('spec', { cwd });
  const { corpus, config, contracts } = project;
  const reader = createReader(config);
  const texts = new Map(corpus.files.map((file) => [file.path, file.text]));
  const checkWith = (changes: Record<string, string>): CheckReport => {
    const files = corpus.files.map((file) => ({ path: file.path, text: changes[file.path] ?? file.text }));
    return checkGraph(reader.read({ ...corpus, files }), { contracts });
  };
  return {
    project,
    graph: createReader(config).read(corpus),
    text: (file) => {
      const text = texts.get(file);
      if (text === undefined) throw new Error(`${file} is no document of the specification`);
      return text;
    },
    checkWith,
    news: (changes) => checkWith(changes).findings,
  };
}
