/** What the picture of the documents shows, in three sentences. */
import type { Atlas } from '../../map/atlas.ts';
import { labelOf } from '../../map/names.ts';
import { plural } from '../words.ts';

/** Words, or a document that the sentence names. */
export type StoryPart = string | { id: string; label: string; url: string };

/** @param phases of the set, in their order */
export function storyOf(atlas: Atlas, phases: readonly { number: number; title: string }[]): StoryPart[][] {
  const documents = documentsOf(atlas);
  if (atlas.scene.regionTies.count.length === 0) return [];
  const centre = documents.reduce((best, one) => (one.references > best.references ? one : best));
  const loosest = documents.reduce((best, one) =>
    one.references + one.others < best.references + best.others ? one : best,
  );
  const last = phases.at(-1);
  return [
    centreSentence(atlas, centre),
    looseSentence(atlas, loosest),
    (last && phaseSentence(atlas, documents, last)) ?? strongestSentence(atlas),
  ].filter((sentence) => sentence !== undefined);
}

interface Referred {
  node: number;
  region: number;
  /** References from other documents, and to others. */
  references: number;
  others: number;
  /** The documents with these references, most references first. */
  from: { region: number; count: number }[];
}

function documentsOf({ scene }: Atlas): Referred[] {
  const { columns, regionTies } = scene;
  const all = Array.from(columns.starts.subarray(0, -1), (node, region): Referred => ({
    node,
    region,
    references: 0,
    others: 0,
    from: [],
  }));
  const add = (target: number, region: number, count: number): void => {
    if (count === 0) return;
    all[target].references += count;
    all[region].others += count;
    all[target].from.push({ region, count });
  };
  regionTies.a.forEach((a, tie) => {
    const [b, total, back] = [regionTies.b[tie], regionTies.count[tie], regionTies.back[tie]];
    add(b, a, total - back);
    add(a, b, back);
  });
  for (const { from } of all) from.sort((a, b) => b.count - a.count);
  return all;
}

function nameOf(atlas: Atlas, region: number): StoryPart {
  const node = atlas.scene.columns.starts[region];
  return { id: atlas.idOf(node), label: labelOf(atlas.namePartsOf(node)), url: atlas.urlOf(node) };
}

function centreSentence(atlas: Atlas, { region, references, from }: Referred): StoryPart[] {
  return [
    'The centre is ',
    nameOf(atlas, region),
    `: ${plural(references, 'reference')} from ${plural(from.length, 'other document')}.`,
  ];
}

function looseSentence(atlas: Atlas, { region, references, others, from }: Referred): StoryPart[] {
  return [
    nameOf(atlas, region),
    ` hangs on little: ${plural(references, 'reference')} from other documents and ${others.toLocaleString('en')} to them`,
    ...(from.length > 0
      ? [`; ${from[0].count} ${from[0].count === 1 ? 'comes' : 'come'} from `, nameOf(atlas, from[0].region)]
      : []),
    '.',
  ];
}

/** The documents of the last phase, and the other documents that refer to them. */
function phaseSentence(
  atlas: Atlas,
  documents: readonly Referred[],
  { number, title }: { number: number; title: string },
): StoryPart[] | undefined {
  const { phase } = atlas.scene.columns;
  const own = documents.filter(({ node }) => phase[node] === number);
  if (own.length === 0) return undefined;
  const ownRegions = new Set(own.map(({ region }) => region));
  const touched = new Map<number, number>();
  for (const { from } of own)
    for (const { region, count } of from)
      if (!ownRegions.has(region)) touched.set(region, (touched.get(region) ?? 0) + count);
  const [most] = [...touched].sort(([, a], [, b]) => b - a);
  return [
    `Phase ${number} (${title}) added `,
    ...own.flatMap(({ region }, i) => [...(i > 0 ? [', '] : []), nameOf(atlas, region)]),
    ...(most
      ? [
          ` and touched ${plural(touched.size, 'other document')}, most of all `,
          nameOf(atlas, most[0]),
          ` with ${plural(most[1], 'reference')}.`,
        ]
      : [', to which no other document refers.']),
  ];
}

function strongestSentence(atlas: Atlas): StoryPart[] | undefined {
  const { a, b, count } = atlas.scene.regionTies;
  if (count.length === 0) return undefined;
  return [
    'The closest two are ',
    nameOf(atlas, a[0]),
    ' and ',
    nameOf(atlas, b[0]),
    `, with ${plural(count[0], 'reference')} between them.`,
  ];
}
