import { documentKind } from '../../kinds/document.ts';
import type { DocumentFacts } from '../../model/index.ts';
import type { GraphView } from '../../view.ts';
import { nodeId } from '../ids.ts';
import { addStatement, createColumn, normal, type Column, type Statement } from './column.ts';
import { readWords, type CellValue } from './values.ts';

/** Titles, headers and footers of the documents. */
export function columnsOfDocuments(graph: GraphView): Column[] {
  const thingsIn = createThingReader(graph);
  const columns = new Map<string, Column>();
  const state = (
    place: string,
    title: string,
    facts: DocumentFacts,
    statement: Omit<Statement, 'column'>,
  ): void => {
    const name = `${place} ${normal(title)}`;
    const column = columns.get(name) ?? createColumn(documentKind.id, title);
    columns.set(name, column);
    addStatement(column, facts.id, { ...statement, column });
  };
  for (const facts of graph.documents) {
    const title = readWords(facts.title);
    if (title) state('', 'Title', facts, { value: title, text: facts.title, range: facts.titleRange });
    for (const [place, fields] of [
      ['header', facts.header],
      ['footer', facts.footer],
    ] as const)
      for (const { label, value, range } of fields) {
        // "Specification for RL-1: Relay": the label names things, and the value is the title.
        const named = thingsIn(label);
        const heading = named ? label.replace(/ for .*/, '') : label;
        const things = named ?? thingsIn(value);
        const words = readWords(value);
        const text = named ? label.replace(/^.* for /, '') : value;
        if (things) state(`${place} things`, heading, facts, { value: things, text, range });
        if (words) state(place, heading, facts, { value: words, text: value, range });
      }
  }
  return [...columns.values()];
}

/** Reads the ids of things of one kind from words; undefined where there are none or of several kinds. */
function createThingReader(graph: GraphView): (words: string) => CellValue | undefined {
  const kinds = graph.kinds.map(({ id }) => id);
  return (words) => {
    const found = (words.match(/[\p{L}\p{N}][\w.-]*/gu) ?? []).flatMap((word) =>
      /\d/.test(word) ? kinds.flatMap((kind) => graph.node(nodeId.thing(kind, word))?.id ?? []) : [],
    );
    const ofKinds = new Set(found.map((id) => nodeId.kindOf(id)));
    return ofKinds.size === 1 ? { form: 'things', kind: [...ofKinds][0], ids: new Set(found) } : undefined;
  };
}
