/** Assembles the shell functions of the documents into the scripts that they describe. */
import type { GraphView } from '#specgraph';

export type Appliance = 'superlink' | 'supernode' | 'edge';

/** A shell function, or a script, as a document states it. */
export interface ShellFunction {
  name: string;
  text: string;
  /** Place of its first line: `spec/02-supernode-appliance.md:169`. */
  place: string;
}

/** The scripts of one appliance, by path on the VM. */
export type Scripts = Record<string, string>;

/** Documents whose functions run on an appliance. Of spec/01, the SuperNode uses what its `common.sh` shares. */
const DOCUMENTS = {
  superlink: ['01', '03', '04', '09', '12'],
  supernode: ['02', '03', '05', '06', '07', '08', '10', '12', '13'],
};
const SHARED_BY_SUPERLINK = ['log', 'publish_onegate'];
const FUNCTION_START = /^([a-z][a-z0-9_]*)\(\) ([{(])/;

/** All functions that the given document defines in its bash blocks, in their order. */
export function functionsOf(graph: GraphView, document: string): ShellFunction[] {
  const facts = graph.document(document)!;
  return facts.codeBlocks
    .filter((block) => block.lang === 'bash' && !isWholeScript(block.text))
    .flatMap((block) => readFunctions(block.text, (line) => `${facts.path}:${block.range.line + 1 + line}`));
}

/** A block that begins with a shebang is a script of its own. */
function isWholeScript(text: string): boolean {
  return text.startsWith('#!');
}

function readFunctions(text: string, placeOf: (line: number) => string): ShellFunction[] {
  const lines = text.split('\n');
  const found: ShellFunction[] = [];
  for (let i = 0; i < lines.length; i++) {
    const start = FUNCTION_START.exec(lines[i]);
    if (!start) continue;
    const closing = start[2] === '{' ? '}' : ')';
    const end = lines[i].endsWith(closing) ? i : lines.indexOf(closing, i);
    if (end === -1) throw new Error(`${placeOf(i)}: ${start[1]} is not closed`);
    found.push({ name: start[1], text: lines.slice(i, end + 1).join('\n'), place: placeOf(i) });
    i = end;
  }
  return found;
}

/** The functions of an appliance by name; the edge image replaces the discovery loop. */
export function functionsOfAppliance(graph: GraphView, appliance: Appliance): Map<string, ShellFunction> {
  const own = DOCUMENTS[appliance === 'superlink' ? 'superlink' : 'supernode'].flatMap((document) =>
    functionsOf(graph, document),
  );
  const shared = functionsOf(graph, '01').filter((one) => SHARED_BY_SUPERLINK.includes(one.name));
  const all = appliance === 'superlink' ? own : [...shared, ...own];
  const edge = appliance === 'edge' ? functionsOf(graph, '14') : [];
  return new Map([...all, ...edge].map((one) => [one.name, one]));
}

/** The bash block of a document that contains the given words; there must be exactly one. */
export function blockWith(graph: GraphView, document: string, ...words: string[]): string {
  const found = graph
    .document(document)!
    .codeBlocks.filter((block) => block.lang === 'bash' && words.every((word) => block.text.includes(word)));
  if (found.length !== 1)
    throw new Error(`spec/${document} has ${found.length} bash blocks with ${words.join(', ')}`);
  return `${found[0].text}\n`;
}

/** The lines of a block that stand before its first function: variables that its functions share. */
function variablesBefore(block: string): string {
  const lines = block.split('\n');
  return lines
    .slice(
      0,
      lines.findIndex((line) => FUNCTION_START.test(line)),
    )
    .join('\n');
}

/** The scripts of `/opt/flower/scripts/` for one appliance. */
export function scriptsOf(graph: GraphView, appliance: Appliance): Scripts {
  const document = appliance === 'superlink' ? '01' : '02';
  const functions = [...functionsOfAppliance(graph, appliance).values()].map((one) => one.text);
  const validation = variablesBefore(blockWith(graph, '03', 'validate_config() {'));
  return {
    'common.sh': [validation, ...functions, ''].join('\n\n'),
    'configure.sh': blockWith(graph, document, '#!', 'log_component=flower-configure'),
    'bootstrap.sh': blockWith(graph, document, '#!', 'log_component=flower-bootstrap'),
    'health-check.sh': blockWith(
      graph,
      document,
      '#!',
      appliance === 'superlink' ? 'nc -z' : 'State.Running',
    ),
    ...(appliance === 'superlink'
      ? { 'generate-certs.sh': certificateScript(graph) }
      : { 'discover.sh': discoverScript(graph, appliance) }),
  };
}

/** `discover.sh` says which image it belongs to; its functions are those of `common.sh` here. */
function discoverScript(graph: GraphView, appliance: Appliance): string {
  const block = blockWith(graph, appliance === 'edge' ? '14' : '02', 'IMAGE_VARIANT=');
  return variablesBefore(block);
}

/** The excerpts of spec/04, Section 3, in their order are the whole script. */
function certificateScript(graph: GraphView): string {
  const facts = graph.document('04')!;
  const section = graph.section(facts.id, '3')!;
  const blocks = facts.codeBlocks.filter(
    ({ lang, range }) => lang === 'bash' && range.line > section.range.line && range.line < section.endLine,
  );
  const last = blocks.findIndex((block) =>
    block.text.includes('openssl verify -CAfile ca.crt server.pem; then'),
  );
  return `${blocks
    .slice(0, last + 1)
    .map((block) => block.text)
    .join('\n')}\n`;
}
