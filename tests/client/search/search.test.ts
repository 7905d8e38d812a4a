/** Measures the search with realistic queries: what people type, and which result they want. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Match, type Matcher } from '../../../src/client/search/matcher.ts';
import { matcherOf } from '../../helpers/search-matcher.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { PLACE_QUERIES, QUERIES, TEXT_QUERIES, UNSEEN, type Style, type Wanted } from './search-queries.ts';

let matcher: Matcher;
beforeAll(async () => {
  const { graph } = await realSpecification();
  // The Astro project adds its own pages.
  const site = {
    ...graph.config.site,
    links: [{ label: 'Guide for authors', href: 'guide/', aliases: ['guide'] }],
  };
  matcher = await matcherOf({ ...graph, config: { ...graph.config, site } });
});

/** Several tests measure the same queries. */
const known = new Map<string, Match[]>();
function found(query: string): Match[] {
  if (!known.has(query))
    known.set(
      query,
      matcher.find(query).flatMap(({ matches }) => matches),
    );
  return known.get(query)!;
}

function meets({ title, place, context }: Match, first: string): boolean {
  const [, document, name] = /^(spec\/\d+) (.*)$/.exec(first) ?? [undefined, '', first];
  return title.startsWith(name) && (place || context).startsWith(document);
}

/** Index of the wanted result; -1 if it is not found. */
const placeOf = (query: string, first: string): number =>
  found(query).findIndex((match) => meets(match, first));

describe('realistic queries', () => {
  it('are at least 60, and half of them are misspelled or paraphrased', () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(60);
    expect(QUERIES.filter(({ style }) => style !== 'plain').length).toBeGreaterThanOrEqual(
      QUERIES.length / 2,
    );
    expect(new Set(QUERIES.map(({ query }) => query)).size).toBe(QUERIES.length);
  });

  it('find the wanted result first or among the first three', () => {
    const { share, report } = measure(QUERIES);
    console.log(report);
    expect(share('plain', 1)).toBe(1);
    expect(share('misspelled', 1)).toBeGreaterThanOrEqual(0.95);
    expect(share(undefined, 1)).toBeGreaterThanOrEqual(0.9);
    expect(share(undefined, 3)).toBeGreaterThanOrEqual(0.95);
  });

  it('find the wanted section by its text if no title has the words', () => {
    const { share, report } = measure(TEXT_QUERIES);
    console.log(`queries for the full text\n${report}`);
    expect(share('text', 1)).toBeGreaterThanOrEqual(0.75);
    expect(share('text', 3)).toBeGreaterThanOrEqual(0.9);
  });

  it('lead to the place of an address, to names with all words, to pages and to exact phrases', () => {
    const { share, report } = measure(PLACE_QUERIES);
    console.log(`addresses, names, pages and phrases\n${report}`);
    expect(share(undefined, 1)).toBeGreaterThanOrEqual(0.97);
    expect(share(undefined, 3)).toBe(1);
  });

  it('lead to the wanted result, first for nearly all and among the first three for all', () => {
    const { share } = measure([...QUERIES, ...TEXT_QUERIES, ...PLACE_QUERIES, ...UNSEEN]);
    expect(share(undefined, 1)).toBeGreaterThanOrEqual(0.97);
    expect(share(undefined, 3)).toBe(1);
  });

  it('that the ranking was not tuned for find the wanted result too', () => {
    const { share, report } = measure(UNSEEN);
    console.log(`queries not tuned for\n${report}`);
    expect(share(undefined, 3)).toBeGreaterThanOrEqual(0.8);
  });
});

/** The share of queries whose wanted result is among the first `count`, and a report of the others. */
function measure(queries: readonly Wanted[]): {
  share(style: Style | undefined, count: number): number;
  report: string;
} {
  const places = queries.map((wanted) => ({ ...wanted, place: placeOf(wanted.query, wanted.first) }));
  const share = (style: Style | undefined, count: number): number => {
    const ofStyle = places.filter((query) => !style || query.style === style);
    return ofStyle.filter(({ place }) => place >= 0 && place < count).length / ofStyle.length;
  };
  const percent = (value: number): string => `${(100 * value).toFixed(0)} %`;
  const shares = [undefined, ...new Set(queries.map(({ style }) => style))].map(
    (style) =>
      `${(style ?? 'all').padEnd(12)} first ${percent(share(style, 1))}, in the first three ${percent(share(style, 3))}`,
  );
  const missed = places
    .filter(({ place }) => place !== 0)
    .map(
      ({ query, first, place }) =>
        `  ${query} → ${first}: ${place < 0 ? 'not found' : `number ${place + 1}`}, after ${found(query)[0]?.title ?? 'nothing'}`,
    );
  return { share, report: [...shares, ...missed].join('\n') };
}
