/** The context builder: its fields by phase, and the data that its script uses to check values and write the template. */
import { exportVariables, nodeId, type Definition, type GraphView } from '#specgraph';
import { userInputsBlock, type VariableWithInput } from '#profiles/templates';
import { parseUserInput, USER_INPUT_FIELD } from '#profiles/user-inputs';
import type { BuilderData, Field } from '../../payloads/builder/data.ts';
import { formatOf } from './value-formats.ts';
import { readInteractions, sourceLink, type InteractionRules, type SourceLink } from './interaction-rules.ts';
import { urlOfPlace, urls } from '../urls.ts';
import { definitionsByName, descriptionOf } from '../variables/variable-rows.ts';
import { nameOfPlace } from '../document-names.ts';
import { textOf } from '../variables/definition-values.ts';

/** A field, with everything else that its markup shows. */
export interface FieldView extends Field {
  description: string;
  url: string;
  places: { label: string; url: string }[];
  /** The rule for the value, quoted from the specification. */
  rule: string;
  /** The slider; absent for values without a minimum and a maximum. */
  slider?: { min: number; max: number; step: number };
}

export interface BuilderPage {
  data: BuilderData;
  /** In the order of the specification. */
  groups: { key: string; title: string; fields: FieldView[] }[];
  situations: {
    id: string;
    label: string;
    components: string[];
    source: SourceLink;
    options: { value: string; label: string }[];
  }[];
  /** The block of each component, as the command line prints it, for readers without JavaScript. */
  blocks: { component: string; fields: FieldView[]; block: string }[];
}

/** @param interactions the rules between variables, as YAML */
export function builderPage(graph: GraphView, interactions: string): BuilderPage {
  const rules = readInteractions(interactions);
  const fields = [...definitionsByName(graph).values()].map((definitions) => fieldView(graph, definitions));
  const data = builderData(graph, rules, fields);
  const exported = exportedVariables(graph);
  return {
    data,
    groups: groupsOf(graph, fields),
    situations: rules.situations.map((situation) => ({
      ...situation,
      source: sourceLink(graph, situation.source),
    })),
    blocks: data.components.map((component) => ({
      component,
      fields: fields.filter((field) => field.components.includes(component)),
      block: userInputsBlock(
        exported.filter((variable) => variable.components.includes(component)),
        `${component}: ${data.title}`,
        new Map(data.phases),
      ),
    })),
  };
}

/** A variable as it is exported with the profile, and the components that use it. */
type ExportedInput = VariableWithInput & Pick<Definition, 'components'>;

function exportedVariables(graph: GraphView): ExportedInput[] {
  return exportVariables(graph).map((variable, i) => ({
    // The fields come from the profile.
    ...(variable as unknown as VariableWithInput),
    components: graph.definitions[i].components,
  }));
}

function builderData(
  graph: GraphView,
  { rules, situations }: InteractionRules,
  fields: readonly FieldView[],
): BuilderData {
  return {
    components: [...new Set(graph.definitions.flatMap(({ components }) => components))],
    phases: (graph.config.phases ?? []).map(({ number, name }) => [number, name] as const),
    title: `user inputs of ${graph.config.title ?? graph.root}`,
    fields: fields.map(fieldData),
    situations: situations.map(({ id, components, options }) => ({
      id,
      components,
      options: options.map(({ value }) => ({ value })),
    })),
    rules: rules.map(({ source, ...rule }) => ({ ...rule, source: sourceLink(graph, source) })),
    inputs: exportedVariables(graph)
      .filter(({ userInput }) => userInput)
      .map(({ name, components, phase, mandatory, userInput }) => ({
        name,
        components,
        phase,
        mandatory,
        userInput,
      })),
    inputSource: inputSource(graph),
  };
}

function fieldView(graph: GraphView, definitions: readonly Definition[]): FieldView {
  const [first] = definitions;
  const described = definitions.map((definition) => textOf(definition, USER_INPUT_FIELD)).find(Boolean);
  const input = described === undefined ? undefined : parseUserInput(described);
  const format = formatOf(graph, definitions);
  const kind = input?.type ?? 'fixed';
  const field: Omit<FieldView, 'slider'> = {
    name: first.name,
    kind,
    default: (input ? input.default : textOf(first, 'default')) ?? '',
    components: [...new Set(definitions.flatMap(({ components }) => components))],
    options: input?.range?.split('..') ?? input?.options ?? [],
    mandatory: input?.mandatory ?? false,
    secret: isSecret(first.name, kind, format?.pem),
    phase: first.phase ?? '',
    groups: Object.fromEntries(
      definitions.flatMap(({ components, group }) => components.map((component) => [component, group])),
    ),
    format: format && { ...format, label: labelOf(graph, format.url) },
    description: descriptionOf(graph, definitions),
    url: urls.variable(first.name),
    places: definitions.map(({ range }) => ({
      label: nameOfPlace(graph, range),
      url: urlOfPlace(graph, range) ?? '#',
    })),
    rule: input ? (format?.rule ?? textOf(first, 'validation') ?? '') : '',
  };
  return { ...field, slider: sliderOf(field) };
}

/** Whether a variable holds a password or a private key, by its type, its format or its name. */
function isSecret(name: string, kind: string, pem: string | undefined): boolean {
  return kind === 'password' || pem === 'key' || /(?:PASSWORD|SECRET|TOKEN)(?:_|$)/.test(name);
}

function sliderOf({
  kind,
  options,
  format,
}: Pick<FieldView, 'kind' | 'options' | 'format'>): FieldView['slider'] {
  if (kind === 'range') return { min: Number(options[0]), max: Number(options[1]), step: 1 };
  const [min, max] = kind === 'range-float' ? options.map(Number) : [format?.min, format?.max];
  if (!/float/.test(kind) || min === undefined || max === undefined) return undefined;
  const step = (max - min) / 100;
  return { min: format?.open?.min ? min + step : min, max: format?.open?.max ? max - step : max, step };
}

function fieldData({
  name,
  kind,
  default: fallback,
  components,
  options,
  mandatory,
  secret,
  phase,
  groups,
  format,
}: FieldView): Field {
  return { name, kind, default: fallback, components, options, mandatory, secret, phase, groups, format };
}

/** The section that describes the USER_INPUT types. */
function inputSource(graph: GraphView): SourceLink {
  const [{ document, section }] = graph.config.variables?.definitions ?? [{ document: '', section: '' }];
  const facts = graph.document(document)!;
  const found =
    facts.sections.find((candidate) => /USER_INPUT Format/.test(candidate.title))?.number ?? section;
  return sourceLink(graph, { document, section: found });
}

function labelOf(graph: GraphView, url: string): string {
  for (const facts of graph.documents) {
    const section = facts.sections.find(({ slug }) => urls.section(facts.id, slug) === url);
    if (section) return nearestLabel(graph, facts.id, section.slug);
  }
  return '';
}

/** "spec/03, Section 8": the section, or the nearest enclosing one that has a number. */
function nearestLabel(graph: GraphView, document: string, slug: string): string {
  const facts = graph.document(document)!;
  let section = facts.sections.find((candidate) => candidate.slug === slug);
  while (section && section.number === undefined)
    section = facts.sections.find((candidate) => candidate.slug === section!.parent);
  return section?.number ? sourceLink(graph, { document, section: section.number }).label : facts.title;
}

function groupsOf(graph: GraphView, fields: readonly FieldView[]): BuilderPage['groups'] {
  return [...Map.groupBy(fields, ({ phase }) => phase)]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([phase, definitions]) => ({
      key: phase,
      title: phase ? `Phase ${phase}: ${graph.node(nodeId.phase(phase))?.title ?? ''}` : 'Without a phase',
      fields: definitions,
    }));
}
