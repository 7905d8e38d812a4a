/** The picture that a link to the site shows elsewhere: words on the left, the map of the set on the right. As SVG. */
import type { Snapshot } from '../snapshot.ts';
import { counts } from '../counts.ts';
import { plainPicture } from '../graph/picture.ts';
import type { Palette } from '../../map/paint/palette.ts';
import { documentPage } from '../documents/document-page.ts';
import { escapeXml } from '#specgraph/text/escape-xml';
import { plural } from '#specgraph/text/lists';
import { identityOf } from '../page-frame/identity.ts';
import { shortName } from '../document-names.ts';

export const PICTURE = { width: 1200, height: 630 };

/** The colours of the light theme: a picture has no theme. */
const COLOURS = {
  ground: '#fdfdfc',
  ink: '#1d2226',
  ink2: '#4c545b',
  line: '#b9b9b0',
  document: '#0b5e8a',
};
const PALETTE: Palette = {
  ground: COLOURS.ground,
  raised: COLOURS.ground,
  hairline: COLOURS.line,
  line: COLOURS.line,
  ink: COLOURS.ink2,
  faint: COLOURS.line,
  accent: COLOURS.document,
  fault: COLOURS.document,
  changed: COLOURS.document,
  kinds: { document: COLOURS.document },
  textFont: 'sans-serif',
  codeFont: 'monospace',
};
const MAX_LETTERS_IN_LINE = 19;
const MAP = { x: 700, y: 40, width: 470, height: 550 };

interface Words {
  kicker: string;
  title: string;
  facts: string[];
}

/** @param document id of the document that is shown; the whole set without it */
export function pictureSvg(snapshot: Snapshot, document?: string): string {
  const words = document === undefined ? wordsOfSet(snapshot) : wordsOfDocument(snapshot, document);
  const map = plainPicture(snapshot.graph, { width: MAP.width, height: MAP.height }, PALETTE, document);
  return draw(
    words,
    `<g transform="translate(${MAP.x} ${MAP.y})">${map}</g>`,
    identityOf(snapshot.graph).name,
  );
}

function wordsOfSet(snapshot: Snapshot): Words {
  const { documents, variables, requirements, references } = counts(snapshot);
  return {
    kicker: 'Specification',
    title: identityOf(snapshot.graph).title,
    facts: [
      [plural(documents, 'document'), ...(variables > 0 ? [plural(variables, 'variable')] : [])].join(', '),
      [
        ...(requirements > 0 ? [plural(requirements, 'requirement')] : []),
        plural(references, 'reference'),
      ].join(', '),
    ],
  };
}

function wordsOfDocument({ graph }: Snapshot, id: string): Words {
  const facts = graph.document(id)!;
  const page = documentPage(graph, facts);
  return {
    kicker: shortName(graph, facts),
    title: page.heading,
    facts: [
      page.requirements.length > 3
        ? `${page.requirements.length} requirements`
        : page.requirements.map(({ label }) => label).join(', '),
      `${facts.sections.length - 1} ${facts.sections.length === 2 ? 'section' : 'sections'}, ${page.minutes} min`,
    ].filter((fact) => fact !== ''),
  };
}

function draw({ kicker, title, facts }: Words, map: string, siteName: string): string {
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
    text(PICTURE.height - 36, 25, COLOURS.ink, siteName, ' font-weight="600"'),
    '</svg>',
  ].join('');
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
