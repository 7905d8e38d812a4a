/** What must hold of the code blocks of the documents, for any state of the documents. Each check gives what is wrong. */
import { parse } from 'yaml';
import type { GraphView } from '#specgraph';
import { METHODS, MODULES, STRATEGIES } from './flower-api.ts';

interface PlacedText {
  text: string;
  place: string;
}

function blocksOf(graph: GraphView, lang: string): PlacedText[] {
  return graph.documents.flatMap(({ codeBlocks, path }) =>
    codeBlocks
      .filter((block) => block.lang === lang)
      .map(({ text, range }) => ({ text, place: `${path}:${range.line}` })),
  );
}

/** Modules and names of Flower that Python blocks import and that release 1.25.0 does not have for a ServerApp. */
export function unknownFlowerImports(graph: GraphView): string[] {
  return blocksOf(graph, 'python').flatMap(({ text, place }) =>
    [...text.matchAll(/^from (flwr[\w.]*) import (?:\(([^)]*)\)|(.*))$/gm)].flatMap(
      ([, module, inParentheses, inLine]) => {
        const exported = MODULES[module] as readonly string[] | undefined;
        const names = (inParentheses ?? inLine).match(/\w+/g) ?? [];
        if (!exported) return [`${place}: ${module}`];
        return names.filter((name) => !exported.includes(name)).map((name) => `${place}: ${module}.${name}`);
      },
    ),
  );
}

/** Arguments that calls of strategies pass in Python blocks and that release 1.25.0 does not know. */
export function unknownStrategyArguments(graph: GraphView): string[] {
  return blocksOf(graph, 'python').flatMap(({ text, place }) =>
    [...text.matchAll(/\b(\w+)\(([^()]*)\)/g)].flatMap(([, name, list]) => {
      const known = STRATEGIES[name]?.parameters ?? METHODS[name];
      if (!known) return [];
      return [...list.matchAll(/(?:^|,)\s*(\w+)=/g)]
        .filter(([, argument]) => !known.includes(argument))
        .map(([, argument]) => `${place}: ${name}(${argument}=…)`);
    }),
  );
}

interface Role {
  name: string;
  min_vms?: number;
  user_inputs?: Record<string, string>;
}

/** Service templates in which fewer SuperNodes may run than a client minimum of the SuperLink asks for. */
export function templatesBelowClientMinimum(graph: GraphView): string[] {
  return blocksOf(graph, 'json').flatMap(({ text, place }) => {
    const { roles = [] } = JSON.parse(text) as { roles?: Role[] };
    const [superlink, supernode] = ['superlink', 'supernode'].map((name) =>
      roles.find((role) => role.name === name),
    );
    if (!superlink?.user_inputs || supernode?.min_vms === undefined) return [];
    return Object.entries(superlink.user_inputs)
      .filter(
        ([name, input]) => name.startsWith('FL_MIN_') && Number(input.split('|').at(-1)) > supernode.min_vms!,
      )
      .map(([name]) => `${place}: min_vms is below ${name}`);
  });
}

interface RuleFile {
  groups?: { rules: { alert: string; expr: string }[] }[];
}

/** Alerts that ask for a status which the exporter never shows: it can be scraped only while a run is active (1). */
export function alertsThatCannotFire(graph: GraphView): string[] {
  return blocksOf(graph, 'yaml').flatMap(({ text, place }) =>
    ((parse(text) as RuleFile).groups ?? [])
      .flatMap(({ rules }) => rules)
      .filter(({ expr }) => /fl_training_status == [^1]/.test(expr))
      .map(({ alert }) => `${place}: ${alert}`),
  );
}

/** Frameworks whose base image in the overview of spec/06 is not that of their Dockerfile. */
export function baseImagesAgainstDockerfiles(graph: GraphView): string[] {
  const { source, path } = graph.document('06')!;
  const images = /^\| Base image \|(.*)\|$/m.exec(source)![1].match(/[^`\s|]+/g)!;
  const built = [...source.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  return images.flatMap((image, i) =>
    image === built[i] ? [] : [`${path}: ${image} in the table, ${built[i]} in the Dockerfile`],
  );
}

/** Where spec/08 states another boot time of a SuperNode than the table of spec/02. */
export function bootTimesAgainstTable(graph: GraphView): string[] {
  const [table, timeline] = ['02', '08'].map((number) => graph.document(number)!);
  const row = /^\| typical total \|.*$/m.exec(table.source)![0];
  return [...timeline.source.matchAll(/^\*\*When:\*\* (\S+ s) each, in parallel(.*)$/gm)]
    .filter(([, time, rest]) => !row.includes(`| ${time} when`) || !rest.includes('first discovery attempt'))
    .map(([sentence]) => `${timeline.path}: ${sentence}`);
}
