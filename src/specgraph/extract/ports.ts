/** Reads port numbers: "port 9092", "TCP 9092", `0.0.0.0:9092`, `"port": 9092`. */
import type { CodeBlock, Port } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

/** Ports of four or five digits; shorter ones are alike by chance. */
const NUMBER = String.raw`(?<port>[1-9]\d{3,4})(?![\w]|[.,]\d)`;
/** Before the colon of an address stands a name with a dot, a digit or a bracket; a plain word may be a key: "kind:10002". */
const PORTS = new RegExp(
  String.raw`(?:(?:\b[Pp]orts?|_port|_PORT|[a-z]Port)["']?\s*(?:[:=]\s*)?["']?\s?|\b(?:TCP|UDP)[ /]|(?<=\.\w+|[\d\]}>)*]|^|[\s"'\x60│(]):)${NUMBER}`,
  'g',
);

export function readPorts(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): Port[] {
  const found: Port[] = [];
  for (const { text, place } of units)
    for (const { port, start } of portsIn(text))
      found.push({ port, range: place(start, start + port.length) });
  for (const block of blocks)
    forEachLine(block, source, index, (line, at) => {
      for (const { port, start } of portsIn(line))
        found.push({ port, range: index.range(at + start, at + start + port.length) });
    });
  return found;
}

function portsIn(text: string): { port: string; start: number }[] {
  if (!/\d{4}/.test(text)) return [];
  return [...text.matchAll(PORTS)].map((match) => {
    const { port } = match.groups!;
    return { port, start: match.index + match[0].length - port.length };
  });
}
