import type { QuantityConfig, SpecConfig } from './config.ts';
import type { DocumentFacts, Definition } from './model/index.ts';

/** The parts of a graph that quantities are counted from. */
export interface Countable {
  documents: DocumentFacts[];
  definitions: Definition[];
  config: SpecConfig;
}

/** Computes the configured quantities. */
export function computeQuantities(set: Countable): Record<string, number> {
  return Object.fromEntries(
    Object.entries(set.config.quantities ?? {}).map(([name, quantity]) => [name, compute(quantity, set)]),
  );
}

function compute(quantity: QuantityConfig, { documents, definitions, config }: Countable): number {
  switch (quantity.of) {
    case 'documents':
      return documents.filter((document) => document.number !== undefined).length;
    case 'requirements':
      return config.requirements?.length ?? 0;
    case 'phases':
      return config.phases?.length ?? 0;
    case 'steps':
      return countSteps(quantity, documents);
    default:
      return countDefinitions(quantity, definitions);
  }
}

function countSteps(quantity: QuantityConfig, documents: DocumentFacts[]): number {
  const document = documents.find((document) => document.number === quantity.document);
  const steps = new Set(document?.sections.flatMap((section) => section.step ?? []));
  return [...steps].filter((step) => !quantity.except?.includes(step)).length;
}

/** `rows` counts each row that lists a definition; `names` counts each name once. */
function countDefinitions(quantity: QuantityConfig, definitions: Definition[]): number {
  const chosen = definitions.filter(
    (definition) =>
      (quantity.uncounted || definition.counted) &&
      (quantity.phase === undefined || definition.phase === quantity.phase) &&
      (quantity.prefix === undefined || definition.name.startsWith(quantity.prefix)) &&
      (quantity.with === undefined || definition.fields[quantity.with] !== undefined),
  );
  const here =
    quantity.section === undefined
      ? chosen
      : chosen.filter((definition) => definition.listedIn.includes(quantity.section!));
  if (quantity.of === 'names') return new Set(here.map((definition) => definition.name)).size;
  if (quantity.of === 'definitions' || quantity.section !== undefined) return here.length;
  return here.reduce((sum, definition) => sum + definition.listedIn.length, 0);
}
