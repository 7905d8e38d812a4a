/** The format of each value, read from the specification's table of validation rules. */
import type { GraphView, Definition } from '#specgraph';
import type { Format } from '../../payloads/builder/format.ts';
import { readFormat } from './read-format.ts';
import { urlOfPlace } from '../urls.ts';

export interface StatedFormat extends Format {
  url: string;
}

/** The format of a variable. Rules that compare two variables are left out: they say nothing about one value alone. */
export function formatOf(graph: GraphView, definitions: readonly Definition[]): StatedFormat | undefined {
  const places = definitions.flatMap((definition) => definition.facets.validation ?? []);
  for (const { file, line } of places) {
    const facts = graph.document(file);
    for (const table of facts?.tables ?? []) {
      const column = (name: string): number =>
        table.header.findIndex((cell) => cell.text.toLowerCase() === name);
      const row = table.rows.find((candidate) => candidate.range.line === line);
      if (!row || column('test') < 0 || column('message') < 0) continue;
      const cell = (name: string): string => row.cells[column(name)]?.text ?? '';
      const format = readFormat(definitions[0].name, cell('rule'), cell('test'), cell('message'));
      if (format) return { ...format, url: urlOfPlace(graph, { file, line }) ?? '' };
    }
  }
  return undefined;
}
