/** Where the configuration defines what no document defines, such as a phase. */
import { nodeId, writtenId, type GraphNode, type SourceRange } from '#specgraph';
import { escapeExpression } from '#specgraph/text/expressions';
import type { ReadSet } from '../read-set.ts';

/** An entry may be written in several lines: its title is looked for so many lines above and below its id. */
const LINES_OF_ENTRY = 3;

/**
 * The id of a thing in the text of the configuration. An id that is a number stands there for many things: it is only
 * taken where the title of the thing stands beside it.
 * @returns undefined where the configuration does not name it, for example where a profile defines it
 */
export function placeInConfiguration(
  { project: { configFile: file }, readText }: Pick<ReadSet, 'project' | 'readText'>,
  node: GraphNode,
): SourceRange | undefined {
  const text = file === undefined ? undefined : readText(file);
  if (file === undefined || text === undefined) return undefined;
  const id = writtenId(node) ?? nodeId.nameOf(node.id);
  const word = new RegExp(String.raw`(?<![\w.-])${escapeExpression(id)}(?![\w-])`);
  const lines = text.split(/\r\n|\r|\n/);
  for (const distance of node.title === id ? [0] : Array(LINES_OF_ENTRY + 1).keys())
    for (const [index, line] of lines.entries()) {
      const at = line.search(word);
      if (at < 0 || !isTitled(lines, index, distance, node.title)) continue;
      return { file, line: index + 1, column: at + 1, endLine: index + 1, endColumn: at + 1 + id.length };
    }
  return undefined;
}

/** Whether a title stands so many lines above or below a line. */
function isTitled(lines: readonly string[], index: number, distance: number, title: string): boolean {
  return [lines[index - distance], lines[index + distance]].some((line) => line?.includes(title));
}
