/** "12 references" above each heading that something refers to. */
import type { CodeLens, Location } from 'vscode-languageserver';
import { plural } from '#specgraph/text/lists';
import { toLocation, toRange } from '../places.ts';
import type { DocumentRequest } from '../read-set.ts';
import { idsOfHeading, referencesTo } from './targets.ts';

/**
 * The command behind a code lens. Its arguments are the URI of the document, the position of the heading, and the places
 * of the references, as for `editor.action.showReferences` of VS Code.
 */
export const SHOW_REFERENCES = 'specgraph.showReferences';

export function codeLenses({ set, facts }: DocumentRequest): CodeLens[] {
  const { graph, uriOf } = set;
  const uri = uriOf(facts.path);
  return facts.sections.flatMap((section) => {
    const references = referencesTo(graph, idsOfHeading(graph, facts, section));
    if (references.length === 0) return [];
    const range = toRange(section.range);
    const locations: Location[] = references.map((edge) => toLocation(edge.range, uriOf));
    return [
      {
        range,
        command: {
          title: plural(references.length, 'reference'),
          command: SHOW_REFERENCES,
          arguments: [uri, range.start, locations],
        },
      },
    ];
  });
}
