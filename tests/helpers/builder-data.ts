/** The builder's data for the real specification, and states of its form. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GraphView } from '#specgraph';
import type { BuilderData } from '../../src/payloads/builder/data.ts';
import type { State } from '../../src/client/builder/state.ts';
import { initialState } from '../../src/client/builder/state.ts';
import { builderPage, type BuilderPage } from '../../src/site/builder/builder-page.ts';

export const INTERACTIONS = readFileSync(
  path.resolve(import.meta.dirname, '../../spec/rules/interactions.yaml'),
  'utf8',
);

export function realBuilder(graph: GraphView): BuilderPage {
  return builderPage(graph, INTERACTIONS);
}

export function stateWith(
  data: BuilderData,
  component: string,
  values: Record<string, string>,
  situations: Record<string, string> = {},
): State {
  const start = initialState(data);
  return { component, values, situations: { ...start.situations, ...situations } };
}
