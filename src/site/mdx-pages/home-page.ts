/** The data of the set on the home page. */
import { nodeId, isRequirement } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import type { Named } from '../documents/document-page.ts';
import { documentsByPhase, type DocumentEntry, type DocumentGroup } from '../page-frame/navigation.ts';
import { urls } from '../urls.ts';
import { variableTotals } from '../variables/variable-rows.ts';

export interface HomeDocument extends DocumentEntry {
  /** Requirements that the document satisfies; empty for the overview, which lists them all. */
  requirements: Named[];
}

export interface HomeGroup extends Omit<DocumentGroup, 'documents'> {
  documents: HomeDocument[];
}

export interface HomePage {
  /** URL of the first document. */
  first: string;
  groups: HomeGroup[];
  figures: { label: string; value: number; url: string }[];
  errors: number;
  warnings: number;
  contracts: { kept: number; of: number };
}

export function homePage({ graph, report: { summary }, contracts }: Snapshot): HomePage {
  const requirementsOf = (id: string): Named[] => {
    const { phases, requirements } = graph.documentNode(id);
    return phases.length > 1
      ? []
      : requirements.map((label) => ({
          label,
          title: graph.node(nodeId.requirement(label))?.title ?? '',
          url: urls.requirements(label),
        }));
  };
  return {
    first: urls.document(graph.documents[0].id),
    groups: documentsByPhase(graph).map((group) => ({
      ...group,
      documents: group.documents.map((document) => ({
        ...document,
        requirements: requirementsOf(document.id),
      })),
    })),
    figures: [
      { label: 'documents', value: summary.documents, url: urls.document(graph.documents[0].id) },
      { label: 'variables', value: variableTotals(graph).counted, url: urls.variables() },
      {
        label: 'requirements',
        value: graph.nodes.filter(isRequirement).length,
        url: urls.requirements(),
      },
      { label: 'references', value: summary.references, url: urls.graph() },
    ],
    errors: summary.errors,
    warnings: summary.warnings,
    contracts: { kept: contracts.filter(({ ok }) => ok).length, of: contracts.length },
  };
}
