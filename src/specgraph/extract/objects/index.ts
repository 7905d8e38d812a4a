/** Reads the objects of data in code blocks: which keys stand together, and where. */
import type { CodeBlock, DataObject } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { codeOf } from '../code-lines.ts';
import { jsonObjects } from './json.ts';
import { tomlObjects } from './toml.ts';
import type { ObjectInText } from './object-in-text.ts';
import { yamlObjects } from './yaml.ts';

const READERS: Readonly<Record<string, (code: string) => ObjectInText[]>> = {
  json: jsonObjects,
  jsonc: jsonObjects,
  json5: jsonObjects,
  yaml: yamlObjects,
  yml: yamlObjects,
  toml: tomlObjects,
};

/** @returns the objects of all blocks of JSON, YAML and TOML; excerpts with elisions and placeholders too */
export function readObjects(blocks: readonly CodeBlock[], source: string, index: LineIndex): DataObject[] {
  return blocks.flatMap((block) => {
    const read = READERS[block.lang?.toLowerCase() ?? ''];
    if (!read) return [];
    const { code, start } = codeOf(block, source, index);
    return read(code).map(({ path, keys }) => ({
      path,
      keys: keys.map(({ name, offset }) => ({
        name,
        range: index.range(start + offset, start + offset + name.length),
      })),
    }));
  });
}
