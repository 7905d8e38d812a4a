/** Reads the paths of HTTP endpoints: "PUT /vm", `${SERVER_URL}/vm`, `:9101/metrics`, `/healthz`. */
import type { CodeBlock, Endpoint } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

const PATH = String.raw`(?<path>/[a-z][\w-]*(?:/[\w{}<>:-]+)*)(?![\w*]|\.\w)`;
/** A method, a variable that holds an address, or a port stands before the path. */
const ENDPOINT = new RegExp(
  String.raw`(?:\b(?:GET|PUT|POST|DELETE|PATCH|HEAD)\s+["'\x60]?|\$\{?\w*(?:ENDPOINT|URL|HOST|ADDR(?:ESS)?)\w*\}?|[\w\])]:\d{2,5}|(?:^|\s)["'\x60]?:\d{2,5})${PATH}`,
  'gi',
);
/** A code span that is nothing but a path of one part. */
const WHOLE = /^\/[a-z][\w-]*$/;

export function readEndpoints(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): Endpoint[] {
  const found: Endpoint[] = [];
  for (const { text, codes, place } of units) {
    if (!text.includes('/')) continue;
    for (const { path, start } of endpointsIn(text))
      found.push({ path, range: place(start, start + path.length) });
    for (const { start, end } of codes)
      if (
        WHOLE.test(text.slice(start, end)) &&
        !/[A-Z]{3,} $/.test(text.slice(Math.max(0, start - 8), start))
      )
        found.push({ path: text.slice(start, end), range: place(start, end) });
  }
  for (const block of blocks) {
    if (!block.text.includes('/')) continue;
    forEachLine(block, source, index, (line, at) => {
      for (const { path, start } of endpointsIn(line))
        found.push({ path, range: index.range(at + start, at + start + path.length) });
    });
  }
  return found;
}

function endpointsIn(text: string): { path: string; start: number }[] {
  if (!text.includes('/')) return [];
  return [...text.matchAll(ENDPOINT)].map((match) => {
    const { path } = match.groups!;
    return { path, start: match.index + match[0].length - path.length };
  });
}
