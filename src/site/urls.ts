/** The URLs of all pages and files of the site. No other module builds one. */
import { isDefined, isTitleSection, nodeId, oncePer, type DefinedNode, type GraphView } from '#specgraph';
import { encodePath } from '#specgraph/text/destination';
import { documentPath, previewsFile, route } from '../payloads/file-urls.ts';

export { documentPath, route };

export const urls = {
  home: (): string => route(),
  about: (): string => route('about/'),
  /** The common beginning of the URLs of all documents. */
  documents: (): string => route('spec/'),
  guide: (): string => route('guide/'),
  editors: (): string => route('guide/editors/'),
  /** A page below the guide: "kinds". */
  guidePage: (name: string): string => route(`guide/${name}/`),
  print: (): string => route('print/'),
  document: (id: string): string => route(`spec/${encodePath(documentPath(id))}/`),
  section: (document: string, slug: string): string =>
    `${route(`spec/${encodePath(documentPath(document))}/`)}#${slug}`,
  markdown: (id: string): string => route(`spec/${encodePath(documentPath(id))}.md`),
  /** A file of the set that is no document, such as a picture. @param path below the folder of the set */
  file: (path: string): string => route(`files/${encodePath(path)}`),
  variables: (): string => route('variables/'),
  variable: (name: string): string => route(`variables/${name}/`),
  builder: (name?: string): string => route('variables/builder/') + (name ? `#field-${name}` : ''),
  boot: (): string => route('boot/'),
  graph: (focus?: string): string => route('graph/') + (focus ? `?focus=${encodeURIComponent(focus)}` : ''),
  /** The map with the neighbourhood of a node highlighted. */
  /** Which documents must be read again when a node changes. */
  graphImpact: (id: string): string =>
    `${route('graph/')}?ask=impact&of=${encodeURIComponent(id)}&focus=${encodeURIComponent(id)}`,
  graphNear: (id: string): string =>
    `${route('graph/')}?ask=near&of=${encodeURIComponent(id)}&focus=${encodeURIComponent(id)}`,
  phases: (): string => route('phases/'),
  phase: (number: string): string => route(`phases/${number}/`),
  requirements: (id?: string): string => route('requirements/') + (id ? `#${id.toLowerCase()}` : ''),
  attributes: (name?: string): string => route('attributes/') + (name ? `#${name.toLowerCase()}` : ''),
  kinds: (): string => route('kinds/'),
  kind: (id: string): string => route(`kinds/${id}/`),
  /** The page of a thing of a configured kind. */
  thing: (graph: GraphView, node: DefinedNode): string =>
    route(`kinds/${node.kind}/${thingPath(graph, node)}/`),
  kindStyles: (): string => route('kinds.css'),
  integrity: (): string => route('integrity/'),
  rule: (id: string): string => route(`integrity/rules/${id}/`),
  llms: (): string => route('llms.txt'),
  favicon: (): string => route('favicon.svg'),
  icon: (): string => route('apple-touch-icon.png'),
  manifest: (): string => route('manifest.webmanifest'),
  sitemap: (): string => route('sitemap-index.xml'),
  /** The picture that other sites show with a link to a document, or to any other page. */
  picture: (document?: string): string =>
    route(document ? `og/${encodePath(documentPath(document))}.png` : 'og.png'),
  graphMap: (): string => route('graph-map.json'),
  graphJson: (): string => route('graph.json'),
  graphData: (): string => route('graph-data.json'),
  graphMatrix: (): string => route('graph-matrix.json'),
  variablesJson: (): string => route('variables.json'),
  searchIndex: (): string => route('search-index.json'),
  /** Previews of the sections and steps of a document; without a document, previews of everything else. */
  previews: previewsFile,
  uses: (node: string): string => route(`previews/uses/${encodePath(usesFile(node))}.json`),
  /** The words of all texts, and the texts of one document. */
  searchWords: (): string => route('search-words.json'),
  searchText: (document: string): string => route(`search-text/${encodePath(documentPath(document))}.json`),
};

/**
 * The part of a thing's URL behind its kind: its document, where the id is unique in it only, and its id. Of ids that differ
 * in letter case only, which are one file on some disks, the second and further ones get a number: "err", "ERR~~2".
 */
export function thingPath(graph: GraphView, node: DefinedNode): string {
  return thingPathsOf(graph).get(node.id)!;
}

const thingPathsOf = oncePer((graph: GraphView): Map<string, string> => {
  const taken = new Map<string, number>();
  return new Map(
    graph.nodes.filter(isDefined).map((node) => {
      const path = pathOfId(node);
      const key = `${node.kind}/${path}`.toLowerCase();
      const place = (taken.get(key) ?? 0) + 1;
      taken.set(key, place);
      return [node.id, place > 1 ? `${path}~~${place}` : path];
    }),
  );
});

/** Signs that paths treat specially are written as "~" and their code: "C#" is "C~23". */
function pathOfId(node: DefinedNode): string {
  const id = node.name
    .replace(/[^\w.-]/gu, (sign) => `~${sign.codePointAt(0)!.toString(16)}`)
    .replace(/^\.+$/, (dots) => '~2e'.repeat(dots.length));
  const owner = nodeId.documentOf(node.id);
  return owner === undefined ? id : `${owner}/${id}`;
}

/** Name of the file that lists the uses of a node: "variable-FL_MODE". */
export function usesFile(node: string): string {
  return `${nodeId.kindOf(node)}-${nodeId.nameOf(node)}`;
}

/** The URL of a node; undefined for a node that does not exist. */
export function urlOfNode(graph: GraphView, id: string): string | undefined {
  const node = graph.node(id);
  switch (node?.kind) {
    case 'document':
      return urls.document(id);
    case 'section':
      return urls.section(node.document, node.slug);
    case 'step':
      return urls.section(node.document, node.slug);
    case 'variable':
      return urls.variable(node.name);
    case 'attribute':
      return urls.attributes(node.name);
    case 'requirement':
      return urls.requirements(nodeId.nameOf(id));
    case 'phase':
      return urls.phase(node.number);
    default:
      return node && isDefined(node) ? urlOfThing(graph, node) : undefined;
  }
}

/** The page of the thing, or the place that defines it where its kind has no pages. */
function urlOfThing(graph: GraphView, node: DefinedNode): string | undefined {
  return graph.kind(node.kind)?.leadsTo === 'page' ? urls.thing(graph, node) : urlOfPlace(graph, node);
}

/** The URL of a place in a source file: that of the section that holds the line. */
export function urlOfPlace(
  graph: GraphView,
  { file, line }: { file: string; line: number },
): string | undefined {
  const facts = graph.document(file);
  const section = facts?.sections.findLast((candidate) => candidate.range.line <= line);
  if (!facts) return undefined;
  return section && !isTitleSection(section.slug, facts)
    ? urls.section(facts.id, section.slug)
    : urls.document(facts.id);
}
