/** The data of the set on the home page. */
import { nodeId, isRequirement, type GraphView } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import type { Named } from '../documents/document-page.ts';
import {
  documentGroups,
  firstDocument,
  type DocumentEntry,
  type DocumentGroup,
} from '../page-frame/navigation.ts';
import { hasPage } from '../page-frame/partial-pages.ts';
import { kindViews } from '../kinds/things.ts';
import { urlOfNode, urls } from '../urls.ts';
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
  /** How the groups are formed. */
  grouping: 'phase' | 'folder';
  groups: HomeGroup[];
  figures: { label: string; value: number; url: string }[];
  errors: number;
  warnings: number;
  contracts: { kept: number; of: number };
}

/** Kinds are counted where there are no variables. */
function kindFigures(graph: GraphView): HomePage['figures'] {
  if (hasPage('variables', graph)) return [];
  return kindViews(graph)
    .slice(0, 2)
    .map(({ many, url, count }) => ({ label: many, value: count, url }));
}

export function homePage({ graph, report: { summary }, contracts }: Snapshot): HomePage {
  const requirementsOf = (id: string): Named[] => {
    const { phases, requirements } = graph.documentNode(id);
    return phases.length > 1
      ? []
      : requirements.map((label) => ({
          label,
          title: graph.node(nodeId.requirement(label))?.title ?? '',
          url: urlOfNode(graph, nodeId.requirement(label)),
        }));
  };
  return {
    first: firstDocument(graph)!.url,
    grouping: hasPage('phases', graph) ? 'phase' : 'folder',
    groups: documentGroups(graph).map((group) => ({
      ...group,
      documents: group.documents.map((document) => ({
        ...document,
        requirements: requirementsOf(document.id),
      })),
    })),
    figures: [
      { label: 'documents', value: summary.documents, url: firstDocument(graph)!.url },
      ...(hasPage('variables', graph)
        ? [{ label: 'variables', value: variableTotals(graph).counted, url: urls.variables() }]
        : []),
      ...(hasPage('requirements', graph)
        ? [
            {
              label: 'requirements',
              value: graph.nodes.filter(isRequirement).length,
              url: urls.requirements(),
            },
          ]
        : []),
      ...kindFigures(graph),
      { label: 'references', value: summary.references, url: urls.graph() },
    ],
    errors: summary.errors,
    warnings: summary.warnings,
    contracts: { kept: contracts.filter(({ ok }) => ok).length, of: contracts.length },
  };
}
