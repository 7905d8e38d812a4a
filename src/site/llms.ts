/** A list of the documents for language models: https://llmstxt.org. */
import type { GraphView } from '#specgraph';
import { documentPage } from './documents/document-page.ts';
import { kindViews } from './kinds/things.ts';
import { urls } from './urls.ts';

/** @param absolute turns a path of the site into a full URL */
export function llmsText(graph: GraphView, absolute: (path: string) => string): string {
  const documents = graph.documents.map((facts) => {
    const { description } = documentPage(graph, facts);
    return `- [${facts.number ? `spec/${facts.number} ` : ''}${facts.title}](${absolute(urls.markdown(facts.id))}): ${description}`;
  });
  const kinds = kindViews(graph).map(
    ({ title, url, count }) =>
      `- [${title}](${absolute(url)}): ${count}, each with its definition and every mention`,
  );
  return [
    '# Flower on OpenNebula: Specification',
    '',
    '> How the Flower federated-learning framework is packaged as OpenNebula marketplace appliances: SuperLink and SuperNode, from the boot sequence to multi-site federation and auto-scaling at the edge.',
    '',
    'Each link leads to one document as Markdown, as it was written.',
    '',
    '## Documents',
    '',
    ...documents,
    '',
    ...(kinds.length > 0 ? ['## Kinds', '', ...kinds, ''] : []),
    '## Data',
    '',
    `- [variables.json](${absolute(urls.variablesJson())}): every context variable with type, default, USER_INPUT, validation and the places that define it`,
    `- [graph.json](${absolute(urls.graphJson())}): documents, sections, variables, requirements and phases, and every reference between them with its file and line`,
    '',
  ].join('\n');
}
