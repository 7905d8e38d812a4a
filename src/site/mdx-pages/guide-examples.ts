/** The examples of the guide for authors, with the results that the engine gives for them. */
import { nodeId, type Finding, type GraphEdge, type GraphView } from '#specgraph';
import { PROFILES } from '#profiles';
import { parseUserInput } from '#profiles/user-inputs';
import { recallOrMake, type EarlierWork } from '../../payloads/earlier-work.ts';
import { languagesOf, renderProse } from '../../render/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { runExample, type ExampleFiles } from '../integrity/run-example.ts';

/** The configuration of a small set of documents, with the same settings as a large one. */
const CONFIG = JSON.stringify({
  documentNumber: String.raw`^(\d{2})-`,
  documentPrefix: 'spec',
  profiles: PROFILES.map(({ id }) => id),
  names: {
    pattern: String.raw`(?<![\w-])FL_[A-Z0-9_]+(?![\w*])`,
    attributes: [{ name: 'FL_READY', source: 'onegate', meaning: 'the server answers' }],
  },
  variables: {
    definitions: [{ document: '01', section: '2', group: 'Server parameters', components: ['Server'] }],
    facets: { validation: [{ document: '01', section: '3' }] },
  },
  stepSequences: [{ component: 'Server', document: '01' }],
  phases: [
    { number: '1', name: 'Base', dependsOn: [], finished: true },
    { number: '2', name: 'Edge', dependsOn: ['1'], finished: true },
  ],
  requirements: [{ id: 'NET-01', title: 'The server listens' }],
  rules: {
    'orphan-document': 'off',
    'unlinked-document': 'off',
    'unused-variable': 'off',
    'missing-backlink': 'off',
  },
});

const SERVER = `# Server

**Requirement:** NET-01\\
**Phase:** 01 - Base\\
**Status:** Specification

---

## 1. Boot

### Step 1: Listen

Opens the port of Section 2.

## 2. Parameters

| # | Variable | USER_INPUT | Type | Default | Phase |
|---|---|---|---|---|---|
| 1 | \`FL_PORT\` | \`O\\|number\\|Port to listen at\\|\\|9092\` | number | \`9092\` | 1 |

## 3. Validation

| Variable | Rule |
|---|---|
| \`FL_PORT\` | 1024-65535 |

---

*Specification for NET-01: Server*\\
*Phase: 01 - Base*\\
*Version: 1.0*
`;

/** Kinds as a configuration describes them: options of a program, its error codes, and decisions. */
const KINDS_CONFIG = JSON.stringify(
  {
    kinds: {
      option: {
        defined: { table: 'Option' },
        fields: { default: 'Default' },
        mentioned: { code: '{id}' },
        id: '--[a-z-]+',
        check: ['undefined', 'duplicate', 'unused'],
      },
      error: { defined: { table: 'Code' }, mentioned: 'E-{n}' },
      decision: { defined: { headings: 'DR-{n}' }, mentioned: 'DR-{n}', scope: 'document' },
    },
  },
  null,
  2,
);

const KINDS_DOCUMENT = `# Program

| Option | Default | Meaning |
|---|---|---|
| \`--retries\` | 3 | attempts |
| \`--color\` | auto | colours |

| Code | Meaning |
|---|---|
| 7 | no answer after \`--retires\` attempts |

## DR-01: Ask again

After \`--retries\` attempts, E-7 and E-8 follow DR-01.
`;

/** Fields and facets without any profile: settings of a server. */
const FACETS_CONFIG = JSON.stringify(
  {
    documentNumber: String.raw`^(\d{2})-`,
    names: { pattern: 'APP_[A-Z_]+', attributes: [] },
    rules: { 'unused-variable': 'off' },
    variables: {
      definitions: [{ document: '01', section: '1', group: 'Settings' }],
      fields: { default: 'Default', unit: 'Unit' },
      facets: {
        limits: { title: 'limit', places: [{ document: '01', section: '2' }] },
        example: { title: 'example', in: 'code', places: [{ document: '01', section: '3' }] },
      },
    },
  },
  null,
  2,
);

const FACETS_DOCUMENT = `# Settings

## 1. Settings

| Variable | Default | Unit |
|---|---|---|
| \`APP_RETRIES\` | 3 | attempts |
| \`APP_TIMEOUT\` | 30 | s |

## 2. Limits

| Variable | Limit | Default |
|---|---|---|
| \`APP_RETRIES\` | 10 | 5 |

## 3. Example

\`\`\`ini
APP_RETRIES = 3
APP_TIMEOUT = 30
\`\`\`
`;

const EXAMPLES = {
  kinds: {
    files: { 'spec/specgraph.config.json': KINDS_CONFIG, 'spec/program.md': KINDS_DOCUMENT },
    show: ['spec/specgraph.config.json', 'spec/program.md'],
  },
  facets: {
    files: { 'spec/specgraph.config.json': FACETS_CONFIG, 'spec/01-settings.md': FACETS_DOCUMENT },
    show: ['spec/specgraph.config.json', 'spec/01-settings.md'],
  },
  document: { files: { 'spec/01-server.md': SERVER }, show: ['spec/01-server.md'] },
  variable: {
    files: {
      'spec/01-server.md': SERVER.replace('| `FL_PORT` | 1024-65535 |', '| `FL_PROT` | 1024-65535 |'),
    },
    excerpt: /## 3[^]*?(?=\n\n---)/,
    show: ['spec/01-server.md'],
  },
  suppression: {
    files: {
      'spec/01-server.md': SERVER.replace(
        'Opens the port of Section 2.',
        '<!-- specgraph-ignore broken-link: the build writes this file -->\nThe ports in use are listed in [the report](report.md).',
      ),
    },
    excerpt: /<!--[^]*?report\.md\)\./,
    show: ['spec/01-server.md'],
  },
  contract: {
    files: {
      'spec/01-server.md': SERVER,
      'spec/contracts/phase-02.yaml': `phase: "02"
title: Edge

must_haves:
  truths:
    - The server document tells of the edge.
  artifacts:
    - path: spec/01-server.md
      provides: port of the server
      contains: [FL_PORT, FL_EDGE_BACKOFF]
  key_links:
    - from: spec/01-server.md
      to: spec/01-server.md
      via: the port stands in the parameters
      pattern: 'Section 2'
`,
    },
    show: ['spec/contracts/phase-02.yaml'],
  },
} satisfies Record<string, { files: ExampleFiles; show: string[]; excerpt?: RegExp }>;

export type ExampleName = keyof typeof EXAMPLES;

export interface GuideExample {
  /** The files that are shown, as code blocks. */
  html: string;
  /** What the engine reads from the document; empty for examples about something else. */
  read: { label: string; value: string }[];
  promises: { text: string; ok: boolean; problems: string[] }[];
  /** The findings of the example; absent where the result of a contract is shown instead. */
  findings?: Finding[];
}

/** @param site the set whose site shows it, and what earlier builds made */
export async function guideExample(
  name: ExampleName,
  { graph, earlier }: Partial<Pick<Snapshot, 'graph' | 'earlier'>> = {},
): Promise<GuideExample> {
  const input = JSON.stringify([name, graph && languagesOf(graph)]);
  const example = await recallOrMake(earlier, 'examples', input, async () =>
    JSON.stringify(await makeExample(name, graph)),
  );
  return JSON.parse(example) as GuideExample;
}

async function makeExample(name: ExampleName, site: GraphView | undefined): Promise<GuideExample> {
  const { files, show, excerpt }: { files: ExampleFiles; show: string[]; excerpt?: RegExp } = EXAMPLES[name];
  const { graph, findings, contracts } = runExample({ 'spec/specgraph.config.json': CONFIG, ...files });
  const blocks = show.map((file) => {
    const text = excerpt ? excerpt.exec(files[file])![0] : files[file].trimEnd();
    return `\`\`\`\`${file.slice(file.lastIndexOf('.') + 1)}\n${text}\n\`\`\`\``;
  });
  return {
    html: await renderProse(blocks.join('\n\n'), site),
    read: name === 'document' ? documentFacts(graph, '01') : [],
    promises: contracts.flatMap(({ items }) =>
      items.map(({ text, ok, problems }) => ({ text, ok, problems: problems.map(({ message }) => message) })),
    ),
    ...(contracts.length === 0 && { findings }),
  };
}

function documentFacts(graph: GraphView, number: string): GuideExample['read'] {
  const facts = graph.document(number)!;
  const node = graph.documentNode(facts.id);
  const nodesOf = (kind: string) => graph.nodes.filter((candidate) => candidate.kind === kind);
  return [
    { label: 'number', value: facts.number ?? '' },
    { label: 'title', value: facts.title },
    { label: 'phase', value: node.phases.join(', ') },
    { label: 'requirement', value: node.requirements.join(', ') },
    { label: 'status', value: node.status ?? '' },
    { label: 'version', value: node.version ?? '' },
    {
      label: 'sections',
      value: facts.sections
        .filter(({ number: own }) => own)
        .map((section) => `${section.number} ${section.title}`)
        .join(', '),
    },
    {
      label: 'steps',
      value: nodesOf('step')
        .map(({ title }) => title)
        .join(', '),
    },
    {
      label: 'variables',
      value: nodesOf('variable')
        .map(({ title }) => title)
        .join(', '),
    },
  ];
}

const REFERENCE_FORMS: readonly { written: string; note?: string }[] = [
  { written: '[`spec/01-server.md`](01-server.md)' },
  { written: '[the steps](01-server.md#step-1-listen)' },
  { written: '`spec/01-server.md`', note: 'a document in code; a link is better, and check --fix makes one' },
  { written: 'spec/01' },
  { written: 'Section 1', note: 'of the document that it stands in' },
  { written: 'spec/01, Section 2' },
  { written: 'Section 2 of spec/01' },
  { written: 'spec/01, Sections 1 and 3' },
  { written: 'spec/01, Sections 1-3' },
  { written: 'spec/01, Sections 1, 2 and 3' },
  { written: 'spec/01 §2', note: 'also §§, Sec., Sect., subsection, clause and chapter, in any letter case' },
  { written: '01-server.md, Section 2', note: 'a plain file name' },
  { written: 'Section 2 of [the server](01-server.md)' },
  { written: 'Section 1 and Section 2 of spec/01' },
  { written: 'Read spec/01. Section 2 of it is short' },
  { written: 'Server, Section 2', note: 'the title of one document of the set' },
  { written: 'the section "End" below', note: 'a title; it must exist where "below" or "above" follows' },
  { written: 'the End section' },
  { written: 'the next section' },
  { written: 'See Section 1 of this document, not of spec/01' },
  { written: 'RFC 5280, Section 4.2', note: 'a work outside the set' },
  { written: 'OpenID Connect Core 1.0, Section 9', note: 'a title that ends in a number' },
  { written: 'Section 4 ("Keys") of RFC 5280' },
  { written: 'Step 1 of spec/01' },
  { written: 'Set `FL_PORT`' },
  { written: 'FL_PORT=9092' },
  { written: 'Publishes `FL_READY`' },
  { written: 'Serves NET-01' },
  { written: 'Since Phase 2' },
];

export interface ReferenceForm {
  written: string;
  /** The targets that the engine reads: "Section 2 of spec/01". */
  targets: string[];
  note?: string;
}

/**
 * Puts each form into a document of the small set and lets the engine read it.
 * @param earlier what earlier builds made
 */
export async function referenceForms(earlier?: EarlierWork): Promise<ReferenceForm[]> {
  const forms = await recallOrMake(earlier, 'examples', 'forms', () => JSON.stringify(readForms()));
  return JSON.parse(forms) as ReferenceForm[];
}

function readForms(): ReferenceForm[] {
  return REFERENCE_FORMS.map(({ written, note }) => {
    const { graph } = runExample({
      'spec/specgraph.config.json': CONFIG,
      'spec/01-server.md': SERVER,
      'spec/02-client.md': `# Client\n\n## 1. Start\n\n${written}.\n\n## 2. End\n\nText.\n`,
    });
    const edges = graph.edges.filter(
      (edge) =>
        edge.range?.file === 'spec/02-client.md' && (edge.kind === 'refers' || edge.kind === 'mentions'),
    );
    return { written, targets: [...new Set(edges.map((edge) => targetWords(graph, edge)))], note };
  });
}

function targetWords(graph: GraphView, { target, resolved }: GraphEdge): string {
  const node = graph.node(target);
  if (!resolved || !node) return 'nothing that exists';
  const short = (id: string): string => `spec/${graph.document(id)!.number}`;
  switch (node.kind) {
    case 'document':
      return `document ${short(node.id)}`;
    case 'section':
      return `${node.number ? `Section ${node.number}` : `"${node.title}"`} of ${short(node.document)}`;
    case 'step':
      return `Step ${node.number} of ${short(node.document)}`;
    case 'phase':
      return `Phase ${node.number}`;
    case 'requirement':
      return `requirement ${nodeId.nameOf(node.id)}`;
    default:
      return `${node.kind} ${node.title}`;
  }
}

const USER_INPUTS = [
  'O|number|Port to listen at||9092',
  'M|list|Backoff strategy|exponential,fixed|exponential',
  'O|range|Share of memory|0..100|80',
  'O|boolean|Use TLS||maybe',
  'X|list|Mode||fast',
];

export function userInputForms(): { value: string; type: string; faults: string[] }[] {
  return USER_INPUTS.map((value) => {
    const { type, faults } = parseUserInput(value);
    return { value, type, faults: faults.map(({ part, expected }) => `"${part}": expected ${expected}`) };
  });
}

/** The sections of this set that hold each facet of a variable. */
export function facetPlaces(
  graph: GraphView,
): { facet: string; places: { of: string; section: string }[] }[] {
  const { tables = [], facets = [] } = graph.scheme ?? {};
  const placesOf = (list: readonly { document: string; section: string }[]) =>
    list.map(({ document, section }) => ({ of: document, section }));
  return [
    { facet: 'definition row', places: placesOf(tables) },
    ...facets.map(({ title, tiedBy, places }) => ({
      facet: tiedBy ? `${title}, where it interacts` : title,
      places: placesOf(places),
    })),
  ];
}
