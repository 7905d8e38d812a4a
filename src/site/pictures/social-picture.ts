/** The picture that a link to the site shows elsewhere: words on the left, the map of the set on the right. As SVG. */
import { isDocument } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { counts } from '../counts.ts';
import { mapData } from '../graph/map-data.ts';
import type { MapData } from '../../map/model.ts';
import { documentPage } from '../documents/document-page.ts';
import { SITE_NAME } from '../page-frame/meta.ts';
import { shortName } from '../document-names.ts';

export const PICTURE = { width: 1200, height: 630 };

/** The colours of the light theme: a picture has no theme. */
const COLOURS = {
  ground: '#fdfdfc',
  ink: '#1d2226',
  ink2: '#4c545b',
  line: '#b9b9b0',
  document: '#0b5e8a',
  variable: '#8a3b0b',
};
const MAX_LETTERS_IN_LINE = 19;
const MAP = { x: 700, y: 40, width: 470, height: 550 };

interface Words {
  kicker: string;
  title: string;
  facts: string[];
}

let placed: { stamp: string; map: MapData } | undefined;

/** @param document id of the document that is shown; the whole set without it */
export function pictureSvg(snapshot: Snapshot, document?: string): string {
  if (placed?.stamp !== snapshot.stamp) placed = { stamp: snapshot.stamp, map: mapData(snapshot.graph) };
  const words = document === undefined ? wordsOfSet(snapshot) : wordsOfDocument(snapshot, document);
  return draw(words, mapElements(placed.map, document));
}

function wordsOfSet(snapshot: Snapshot): Words {
  const { documents, variables, requirements, references } = counts(snapshot);
  return {
    kicker: 'Specification',
    title: snapshot.graph.config.title ?? SITE_NAME,
    facts: [
      `${documents} documents, ${variables} variables`,
      `${requirements} requirements, ${references.toLocaleString('en')} references`,
    ],
  };
}

function wordsOfDocument({ graph }: Snapshot, id: string): Words {
  const facts = graph.document(id)!;
  const page = documentPage(graph, facts);
  return {
    kicker: shortName(facts.number, id),
    title: page.title,
    facts: [
      page.requirements.length > 3
        ? `${page.requirements.length} requirements`
        : page.requirements.map(({ label }) => label).join(', '),
      `${facts.sections.length - 1} ${facts.sections.length === 2 ? 'section' : 'sections'}, ${page.minutes} min`,
    ].filter((fact) => fact !== ''),
  };
}

function draw({ kicker, title, facts }: Words, map: string): string {
  const lines = wrapLines(title, MAX_LETTERS_IN_LINE);
  const size = lines.length > 4 ? 46 : 56;
  const top = 150;
  const text = (y: number, fontSize: number, colour: string, words: string, more = ''): string =>
    `<text x="64" y="${y}" font-size="${fontSize}" fill="${colour}"${more}>${escapeXml(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" font-family="Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">`,
    `<rect width="100%" height="100%" fill="${COLOURS.ground}"/>`,
    map,
    text(92, 28, COLOURS.document, kicker, ' font-weight="600"'),
    ...lines.map((line, index) =>
      text(top + 10 + index * size * 1.16, size, COLOURS.ink, line, ' font-weight="700" letter-spacing="-1"'),
    ),
    ...facts.map((fact, index) => text(500 + index * 34, 25, COLOURS.ink2, fact)),
    text(PICTURE.height - 36, 25, COLOURS.ink, SITE_NAME, ' font-weight="600"'),
    '</svg>',
  ].join('');
}

/** Documents and variables at their places on the map. The nodes of the given document are strong, all others faint. */
function mapElements({ nodes: all, ties: allTies }: MapData, document?: string): string {
  const nodes = new Map(
    all.filter(({ kind }) => kind === 'document' || kind === 'variable').map((node) => [node.id, node]),
  );
  const ties = allTies.filter(({ source, target }) => nodes.has(source) && nodes.has(target));
  const near = new Set(
    ties
      .filter(({ source, target }) => source === document || target === document)
      .flatMap(({ source, target }) => [source, target]),
  );
  const [xs, ys] = [[...nodes.values()].map(({ x }) => x), [...nodes.values()].map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const scale = Math.min(
    MAP.width / (Math.max(...xs) - left || 1),
    MAP.height / (Math.max(...ys) - top || 1),
  );
  const topMargin = (MAP.height - (Math.max(...ys) - top) * scale) / 2;
  const positionOf = ({ x, y }: { x: number; y: number }) => ({
    x: (MAP.x + (x - left) * scale).toFixed(1),
    y: (MAP.y + topMargin + (y - top) * scale).toFixed(1),
  });
  const isEmphasized = (...ids: string[]): boolean =>
    document === undefined || (ids.length > 1 ? ids.includes(document) : near.has(ids[0]));
  const lines = ties.map(({ source, target, count }) => {
    const [a, b] = [positionOf(nodes.get(source)!), positionOf(nodes.get(target)!)];
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${COLOURS.line}" stroke-width="${Math.min(4, 0.5 + Math.sqrt(count) / 4).toFixed(1)}" opacity="${isEmphasized(source, target) ? 0.6 : 0.12}"/>`;
  });
  const dots = [...nodes.values()].map((node) => {
    const { x, y } = positionOf(node);
    const r = (node.r * scale * (node.id === document ? 1.7 : 1)).toFixed(1);
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="${isDocument(node) ? COLOURS.document : COLOURS.variable}" opacity="${node.id === document || isEmphasized(node.id) ? 1 : 0.2}"/>`;
  });
  return [...lines, ...dots].join('');
}

/** Breaks a text into lines between words. */
function wrapLines(text: string, maxLetters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (lines.length > 0 && `${lines.at(-1)} ${word}`.length <= maxLetters)
      lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
