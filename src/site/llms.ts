/** A list of the documents for language models: https://llmstxt.org. */
import type { GraphView } from '#specgraph';
import { documentPage } from './documents/document-page.ts';
import { kindViews } from './kinds/things.ts';
import { shortName } from './document-names.ts';
import { titleBesideNumber } from './document-titles.ts';
import { identityOf } from './page-frame/identity.ts';
import { hasPage } from './page-frame/partial-pages.ts';
import { urls } from './urls.ts';

/** @param absolute turns a path of the site into a full URL */
export function llmsText(graph: GraphView, absolute: (path: string) => string): string {
  const documents = graph.documents.map((facts) => {
    const { description } = documentPage(graph, facts);
    return `- [${facts.number === undefined ? '' : `${shortName(graph, facts)} `}${titleBesideNumber(facts)}](${absolute(urls.markdown(facts.id))}): ${description}`;
  });
  const kinds = kindViews(graph).map(
    ({ title, url, count }) =>
      `- [${title}](${absolute(url)}): ${count}, each with its definition and every mention`,
  );
  const { title, description } = identityOf(graph);
  return [
    `# ${title}`,
    '',
    `> ${description}`,
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
    ...(hasPage('variables', graph)
      ? [
          `- [variables.json](${absolute(urls.variablesJson())}): every variable with its fields and the places that define it`,
        ]
      : []),
    `- [graph.json](${absolute(urls.graphJson())}): documents, sections and what they define, and every reference between them with its file and line`,
    '',
  ].join('\n');
}
