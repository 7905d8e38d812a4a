/** The context builder: its fields by phase, and the data that its script checks and writes with. */
import { exportVariables, nodeId, parseUserInput, type GraphView, type VariableDefinition } from '#specgraph';
import { userInputsBlock } from '#specgraph/export';
import type { BuilderData, Field } from '../../payloads/builder/data.ts';
import { formatOf } from './value-formats.ts';
import { readInteractions, sourceLink, type SourceLink } from './interaction-rules.ts';
import { nameOfPlace, urlOfPlace, urls } from '../urls.ts';
import { definitionsByName, descriptionOf } from '../variables/variable-rows.ts';

/** A field with what its markup shows besides. */
export interface FieldView extends Field {
  description: string;
  url: string;
  places: { label: string; url: string }[];
  /** The rule of the value in the words of the specification. */
  rule: string;
  /** Ends and step of the slider, where the values have two ends that are near each other. */
  slider?: { min: number; max: number; step: number };
}

export interface BuilderPage {
  data: BuilderData;
  /** In the order of the specification. */
  groups: { key: string; title: string; fields: FieldView[] }[];
  situations: {
    id: string;
    label: string;
    appliances: string[];
    source: SourceLink;
    options: { value: string; label: string }[];
  }[];
  /** For a reader without script: the block of each appliance, as the command line prints it. */
  blocks: { appliance: string; fields: FieldView[]; block: string }[];
}

/** @param interactions the YAML of the rules between variables */
export function builderPage(graph: GraphView, interactions: string): BuilderPage {
  const { rules, situations } = readInteractions(interactions);
  const fields = [...definitionsByName(graph).values()].map((own) => fieldView(graph, own));
  const appliances = [...new Set(graph.definitions.flatMap((d) => d.appliances))];
  const inputs = exportVariables(graph);
  const phases = (graph.config.phases ?? []).map(({ number, name }) => [number, name] as const);
  const title = `user inputs of ${graph.config.title ?? graph.root}`;
  return {
    data: {
      appliances,
      phases,
      title,
      fields: fields.map(fieldData),
      situations: situations.map(({ id, appliances: own, options }) => ({
        id,
        appliances: own,
        options: options.map(({ value }) => ({ value })),
      })),
      rules: rules.map(({ source, ...rule }) => ({ ...rule, source: sourceLink(graph, source) })),
      inputs: inputs
        .filter(({ userInput }) => userInput)
        .map(({ name, appliances: own, phase, mandatory, userInput }) => ({
          name,
          appliances: own,
          phase,
          mandatory,
          userInput,
        })),
      inputSource: inputSource(graph),
    },
    groups: groupsOf(graph, fields),
    situations: situations.map((situation) => ({
      ...situation,
      source: sourceLink(graph, situation.source),
    })),
    blocks: appliances.map((appliance) => ({
      appliance,
      fields: fields.filter((field) => field.appliances.includes(appliance)),
      block: userInputsBlock(
        inputs.filter((input) => input.appliances.includes(appliance)),
        `${appliance}: ${title}`,
        new Map(phases),
      ),
    })),
  };
}

function fieldView(graph: GraphView, own: readonly VariableDefinition[]): FieldView {
  const [first] = own;
  const described = own.find((d) => d.userInput)?.userInput;
  const input = described === undefined ? undefined : parseUserInput(described);
  const format = formatOf(graph, own);
  const kind = input?.type ?? 'fixed';
  const field: Omit<FieldView, 'slider'> = {
    name: first.name,
    kind,
    default: (input ? input.default : first.default) ?? '',
    appliances: [...new Set(own.flatMap((d) => d.appliances))],
    options: input?.range?.split('..') ?? input?.options ?? [],
    mandatory: input?.mandatory ?? false,
    secret: isSecret(first.name, kind, format?.pem),
    phase: first.phase ?? '',
    groups: Object.fromEntries(own.flatMap((d) => d.appliances.map((appliance) => [appliance, d.group]))),
    format: format && { ...format, label: labelOf(graph, format.url) },
    description: descriptionOf(own),
    url: urls.variable(first.name),
    places: own.map((d) => ({ label: nameOfPlace(graph, d.range), url: urlOfPlace(graph, d.range) ?? '#' })),
    rule: input ? (format?.rule ?? first.validation ?? '') : '',
  };
  return { ...field, slider: sliderOf(field) };
}

/** Passwords, private keys, and what is named like one. */
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
  appliances,
  options,
  mandatory,
  secret,
  phase,
  groups,
  format,
}: FieldView): Field {
  return { name, kind, default: fallback, appliances, options, mandatory, secret, phase, groups, format };
}

/** Where the values of all USER_INPUT types are described: the section that names the format. */
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

/** "spec/03, Section 8": the section itself or the nearest above it that has a number. */
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
    .map(([phase, own]) => ({
      key: phase,
      title: phase ? `Phase ${phase}: ${graph.node(nodeId.phase(phase))?.title ?? ''}` : 'Without a phase',
      fields: own,
    }));
}
