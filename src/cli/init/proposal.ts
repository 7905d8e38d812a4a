/** What `init` writes and `explain` prints: a configuration that fits the documents of a folder. */
import {
  parseConfig,
  readGraph,
  renderingHints,
  RULE_IDS,
  surveyDocuments,
  type GraphView,
  type RenderingHint,
  type SeriesOfIds,
  type SpecConfigInput,
  type Survey,
} from '#specgraph';
import type { Project } from '#specgraph/load';
import type { RendererName } from '#specgraph/renderers';
import { plural } from '#specgraph/text/lists';
import type { Effects } from '../effects.ts';

/** One entry of a configuration with the reason for it. */
export interface ProposedEntry {
  key: keyof SpecConfigInput;
  value: unknown;
  /** A sentence. */
  reason: string;
}

export interface Proposal {
  survey: Survey;
  entries: ProposedEntry[];
  /** The graph of the documents without a configuration. */
  view: GraphView;
}

/** Looks at the documents of a project and proposes a configuration. Kinds that define nothing are left out. */
export async function propose(project: Project, folder: string, effects: Effects): Promise<Proposal> {
  const view = readGraph(project.corpus, {}, { isShown: true });
  const survey = surveyDocuments(view.documents, view.rootName);
  const hints = renderingHints(view);
  return {
    survey,
    view,
    entries: [
      ...numberEntries(survey),
      ...(await rendererEntries(folder, view, hints, effects)),
      ...partEntries(hints, project),
      ...kindEntries(survey, project),
    ],
  };
}

function numberEntries({ numbering }: Survey): ProposedEntry[] {
  if (!numbering) return [];
  const { prefix, pattern, first, last, count } = numbering;
  return [
    {
      key: 'documentNumber',
      value: pattern,
      reason: `The names of ${plural(count, 'file')} begin with ${/\D/.test(first) ? 'a word and a number' : 'a number'}, ${first} to ${last}.`,
    },
    ...(prefix === undefined
      ? []
      : [
          {
            key: 'documentPrefix' as const,
            value: prefix,
            reason: `Prose can name a document by its folder and number: "${prefix}/${first}".`,
          },
        ]),
  ];
}

function kindEntries({ titles, files, ids, numbering }: Survey, project: Project): ProposedEntry[] {
  const series = [titles ?? files ?? [], ids]
    .flat()
    .filter((one) => definesAll(one, numbering?.pattern, project));
  if (series.length === 0) return [];
  return [
    {
      key: 'kinds',
      value: Object.fromEntries(series.map((one) => [one.kind, kindOf(one)])),
      reason: series.map(reasonOf).join(' '),
    },
  ];
}

function kindOf({ pattern, defined, column }: SeriesOfIds): object {
  if (isOfDocuments(defined)) return { documents: pattern };
  // The rows hold whole ids, so the whole id is what the column defines.
  if (defined === 'table')
    return { defined: { table: column }, id: idExpression(pattern), mentioned: '{id}' };
  return { defined: { headings: pattern }, mentioned: pattern };
}

function isOfDocuments(defined: SeriesOfIds['defined']): boolean {
  return defined === 'titles' || defined === 'files';
}

function idExpression(pattern: string): string {
  return pattern.replace('{n}', String.raw`\d+`);
}

function reasonOf({ count, examples, defined, column }: SeriesOfIds): string {
  const where = {
    titles: 'in the titles of documents',
    files: 'by the names of files',
    headings: 'in headings',
    table: `in tables, column "${column}"`,
  }[defined];
  return `${plural(count, 'id')} such as ${examples.join(' and ')} ${count === 1 ? 'is' : 'are'} defined ${where}.`;
}

/** A larger share of mentions without a definition says that the documents only list ids of somebody else. */
const MAX_UNDEFINED_SHARE = 0.25;

/** Whether the proposed kind finds the ids that it was proposed for, and the documents mention few others. */
function definesAll(series: SeriesOfIds, documentNumber: string | undefined, { corpus }: Project): boolean {
  const parsed = parseConfig({ documentNumber, kinds: { [series.kind]: kindOf(series) } }, RULE_IDS);
  if (!('config' in parsed)) return false;
  const { things, kind, edges } = readGraph(corpus, parsed.config);
  const found = isOfDocuments(series.defined) ? things.numbersOf(kind(series.kind)!) : things.all;
  const mentions = edges.filter((edge) => edge.kind === 'mentions');
  const undefinedOnes = mentions.filter(({ resolved }) => !resolved);
  return found.length >= series.count && undefinedOnes.length <= mentions.length * MAX_UNDEFINED_SHARE;
}

async function rendererEntries(
  folder: string,
  view: GraphView,
  hints: readonly RenderingHint[],
  effects: Effects,
): Promise<ProposedEntry[]> {
  const hint = hints.find(({ is }) => is === 'page-links');
  const above = foldersAbove(folder);
  // A site that shows documents of other folders as well is looked for where links are those of a site.
  const below = hint ? foldersBelow(folder, view) : [];
  const renderer = await detectRenderer([...above, ...below], effects);
  if (!renderer) return [];
  const links = hint ? ` ${plural(hint.links, 'link')} name pages of a site.` : '';
  return [{ key: 'renderer', value: renderer.name, reason: `${renderer.file} is there.${links}` }];
}

/** Files that are joined to one page; patterns are relative to the folder of the set. */
function partEntries(hints: readonly RenderingHint[], { corpus }: Project): ProposedEntry[] {
  const joined = hints.filter((hint) => hint.is === 'joined-files');
  if (joined.length === 0) return [];
  const patternOf = (folder: string): string => {
    const below =
      folder === corpus.root ? '' : folder.slice(corpus.root === '.' ? 0 : corpus.root.length + 1);
    return `/${below === '' ? '' : `${below}/`}*`;
  };
  return [
    {
      key: 'parts',
      value: joined.map(({ folder }) => ({ files: [patternOf(folder)], joined: true })),
      reason: joined
        .map(
          ({ folder, links }) =>
            `${plural(links, 'link')} within files of ${folder || '.'} lead to anchors of its other files, as if they were one page.`,
        )
        .join(' '),
    },
  ];
}

/** Files by which a renderer is known, relative to the project. */
const RENDERER_FILES: readonly [name: RendererName, ...files: string[]][] = [
  ['mkdocs', 'mkdocs.yml', 'mkdocs.yaml'],
  ['docusaurus', 'docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs'],
  [
    'vitepress',
    '.vitepress/config.js',
    '.vitepress/config.ts',
    '.vitepress/config.mts',
    '.vitepress/config.mjs',
  ],
  ['mdbook', 'book.toml'],
  ['hugo', 'hugo.toml', 'hugo.yaml'],
  ['jekyll', '_config.yml'],
  ['astro', 'astro.config.mjs', 'astro.config.ts', 'astro.config.js'],
];

/** The renderer whose configuration stands in the first of these folders that has one. */
async function detectRenderer(
  folders: readonly string[],
  effects: Effects,
): Promise<{ name: RendererName; file: string } | undefined> {
  for (const base of folders)
    for (const [name, ...files] of RENDERER_FILES)
      for (const file of files) {
        const path = base === '' ? file : `${base}/${file}`;
        if (await exists(path, effects)) return { name, file: path };
      }
  return undefined;
}

/** "a/b" gives "a/b", "a" and "". */
function foldersAbove(folder: string): string[] {
  const parts = folder === '.' ? [] : folder.replace(/\/+$/, '').split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/')).concat('');
}

/** The folders of documents below a folder, the higher ones first. */
function foldersBelow(folder: string, { documents }: GraphView): string[] {
  const prefix = folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`;
  const all = documents
    .filter(({ path }) => path.startsWith(prefix) && path.slice(prefix.length).includes('/'))
    .map(({ path }) => prefix + path.slice(prefix.length, path.indexOf('/', prefix.length)));
  return [...new Set(all)].sort();
}

export async function exists(file: string, effects: Effects): Promise<boolean> {
  return effects.readText(file).then(
    () => true,
    () => false,
  );
}
