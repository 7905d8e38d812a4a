import { rulesOf } from '#specgraph';
import type { Snapshot } from './snapshot.ts';

/** The numbers of documents, sections, variables and so on. */
export function counts({ graph, report }: Pick<Snapshot, 'graph' | 'report'>) {
  const { documents, sections, variables, references } = report.summary;
  return {
    documents,
    sections,
    variables,
    references,
    requirements: graph.config.requirements?.length ?? 0,
    phases: graph.config.phases?.length ?? 0,
    rules: rulesOf(graph.config).length,
  };
}
