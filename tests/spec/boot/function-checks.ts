/** What must hold of the shell functions of the documents, for any state of the documents. Each check gives what is wrong. */
import type { GraphView } from '#specgraph';
import { functionsOf, functionsOfAppliance, scriptsOf, type Appliance } from './scripts-of-documents.ts';

/** Functions that both appliances have in a form of their own. */
const ONE_PER_APPLIANCE = [
  'load_context',
  'set_defaults',
  'create_directories',
  'write_env_file',
  'write_unit',
  'exec_start',
  'wait_for_docker',
];

/** Functions that more than one document defines. The edge image has a discovery loop of its own. */
export function functionsDefinedTwice(graph: GraphView): string[] {
  const all = graph.documents.flatMap(({ number }) => functionsOf(graph, number!));
  return [...Map.groupBy(all, ({ name }) => name)]
    .filter(
      ([name, own]) => own.length > 1 && !ONE_PER_APPLIANCE.includes(name) && name !== 'discover_superlink',
    )
    .map(([name, own]) => `${name}: ${own.map(({ place }) => place).join(', ')}`);
}

/** Scripts besides `discover.sh` that differ between the standard and the edge image. */
export function scriptsThatDiffer(graph: GraphView): string[] {
  const [standard, edge] = [scriptsOf(graph, 'supernode'), scriptsOf(graph, 'edge')];
  const withoutDiscovery = (scripts: Record<string, string>, appliance: Appliance): string =>
    scripts['common.sh'].replace(functionsOfAppliance(graph, appliance).get('discover_superlink')!.text, '');
  const differing = ['configure.sh', 'bootstrap.sh', 'health-check.sh'].filter(
    (name) => edge[name] !== standard[name],
  );
  const isCommonOther = withoutDiscovery(standard, 'supernode') !== withoutDiscovery(edge, 'edge');
  return isCommonOther ? [...differing, 'common.sh'] : differing;
}

/** Calls of functions with arguments that prose quotes and no script makes: `validate_config supernode edge`. */
export function quotedCallsThatNoScriptMakes(graph: GraphView): string[] {
  const blocks = graph.documents.flatMap(({ codeBlocks }) =>
    codeBlocks.filter(({ lang }) => lang === 'bash').map(({ text }) => text),
  );
  const names = new Set(
    graph.documents.flatMap(({ number }) => functionsOf(graph, number!)).map(({ name }) => name),
  );
  return graph.documents.flatMap(({ source, path }) =>
    [...source.matchAll(/`(([a-z]\w*) [^`\n]+)`/g)]
      .filter(([, call, name]) => names.has(name) && !blocks.some((text) => text.includes(call)))
      .map(([, call]) => `${path}: ${call}`),
  );
}

/** Requests of the scripts to OneGate that have no limit: a hanging one would stop the boot for ever. */
export function requestsWithoutLimit(graph: GraphView): string[] {
  return (['superlink', 'supernode', 'edge'] as const).flatMap((appliance) =>
    Object.entries(scriptsOf(graph, appliance)).flatMap(([name, text]) =>
      text
        .replaceAll('\\\n', ' ')
        .split('\n')
        .filter((line) => /\bcurl --/.test(line) && !line.includes('--max-time '))
        .map((line) => `${appliance} ${name}: ${line.trim()}`),
    ),
  );
}

/** Rows of the component tables that say of netcat what the scripts of the appliance do not do. */
export function netcatRowsAgainstScripts(graph: GraphView): string[] {
  const tables = [
    { document: '01', appliance: 'superlink' },
    { document: '02', appliance: 'supernode' },
    { document: '14', appliance: 'edge' },
  ] as const;
  return tables.flatMap(({ document, appliance }) => {
    const facts = graph.document(document)!;
    const row = /^\| netcat .*$/m.exec(facts.source)![0];
    const isCalled = Object.values(scriptsOf(graph, appliance)).some((text) =>
      /(?:^|[;|&!]|\bif|\buntil)\s*nc /m.test(text),
    );
    return isCalled === /diagnostics/.test(row) ? [`${facts.path}: ${row}`] : [];
  });
}
