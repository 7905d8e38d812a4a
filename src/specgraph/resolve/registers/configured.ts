import { phaseKind } from '../../kinds/phase.ts';
import { requirementKind } from '../../kinds/requirement.ts';
import type { GraphView } from '../../view.ts';
import { nodeId } from '../ids.ts';
import { createColumn, type Column } from './column.ts';
import { readWords } from './values.ts';

/** Names and dependencies of the phases, titles of the requirements. */
export function columnsOfConfiguration({ config }: GraphView): Column[] {
  const [names, bases] = [createColumn(phaseKind.id, 'Name'), createColumn(phaseKind.id, 'Depends on')];
  for (const { number, name, dependsOn } of config.phases ?? []) {
    const id = nodeId.phase(number);
    const words = readWords(name);
    if (words) names.cells.set(id, { value: words, text: name, column: names });
    const ids = new Set(dependsOn.map(nodeId.phase));
    if (ids.size > 0)
      bases.cells.set(id, {
        value: { form: 'things', kind: phaseKind.id, ids },
        text: dependsOn.join(', '),
        column: bases,
      });
  }
  const titles = createColumn(requirementKind.id, 'Title');
  for (const { id, title } of config.requirements ?? []) {
    const value = title === undefined ? undefined : readWords(title);
    if (value) titles.cells.set(nodeId.requirement(id), { value, text: title!, column: titles });
  }
  return [names, bases, titles];
}

/** The parts of the system that have a variable, as a column of marks for each part. */
export function columnsOfDefinitions({ definitions }: GraphView): Column[] {
  const parts = new Set(definitions.flatMap(({ components }) => components ?? []));
  const byName = Map.groupBy(definitions, ({ kind, name }) => nodeId.thing(kind, name));
  return [...parts].map((part) => {
    const column = createColumn(definitions[0].kind, part, { isMarks: true });
    for (const [id, own] of byName) {
      // What every part has may be listed as belonging to none.
      if (own.some(({ components = [] }) => components.length === parts.size)) continue;
      const isSet = own.some(({ components }) => components?.includes(part));
      column.cells.set(id, {
        value: { form: 'mark', isSet },
        text: isSet ? 'yes' : 'no',
        range: own[0].range,
        column,
      });
    }
    return column;
  });
}
