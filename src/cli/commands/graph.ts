import type { GraphView } from '#specgraph';
import { exportGraph, graphDot, graphMermaid, graphML } from '#specgraph/export';
import { defineCommand } from '../command.ts';
import { DEFAULT_FOLDER } from '../folder.ts';
import { oneOperand } from '../options.ts';
import { writeOutput, toJson } from '../output.ts';
import { loadGraph } from '../checker.ts';

const FORMATS: Readonly<Record<string, (view: GraphView) => string>> = {
  dot: graphDot,
  graphml: graphML,
  json: (view) => toJson(exportGraph(view)),
  mermaid: graphMermaid,
};

export const graph = defineCommand({
  name: 'graph',
  summary: 'Prints the graph: documents, sections, variables, and the references between them.',
  operands: '[DIR]',
  options: {
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    format: { value: 'FORMAT', choices: Object.keys(FORMATS), about: 'default json' },
    out: { value: 'FILE', about: 'write to FILE instead of printing' },
  },
  notes: [
    'json and graphml hold everything, each reference with its place. dot and mermaid are for looking: references are ' +
      'summed up by document; mermaid leaves out the variables.',
  ],
  async run({ options, operands }, effects) {
    const view = await loadGraph(
      { folder: oneOperand('graph', operands, DEFAULT_FOLDER), config: options.config },
      effects,
    );
    await writeOutput(FORMATS[options.format ?? 'json'](view), options.out, effects);
    return 0;
  },
});
