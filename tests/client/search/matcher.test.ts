import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { highlightMatches } from '../../../src/client/search/highlight.ts';
import { type Match, type Matcher } from '../../../src/client/search/matcher.ts';
import { normalize } from '../../../src/payloads/search-words.ts';
import { matcherOf } from '../../helpers/search-matcher.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

let matcher: Matcher;
let names: string[];

beforeAll(async () => {
  const { graph } = await realSpecification();
  matcher = await matcherOf(graph);
  names = graph.nodes.flatMap((node) => (node.kind === 'variable' && node.counted ? [node.name] : []));
});

const first = (query: string): Match | undefined => matcher.find(query)[0]?.matches[0];

describe('the search over this specification', () => {
  it('finds every variable by its name, in any case and without separators', () => {
    for (const name of names) {
      expect(first(name)?.title, name).toBe(name);
      expect(first(name.toLowerCase().replaceAll('_', ' '))?.title, name).toBe(name);
      expect(first(name.replaceAll('_', '').toLowerCase())?.title, name).toBe(name);
    }
  });

  it('finds every variable with two neighbouring letters swapped', () => {
    // In shorter names two letters are half of the name.
    const lost = names
      .filter((name) => name.length > 5)
      .filter((name) => {
        const at = Math.floor(name.length / 2);
        const swapped = name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
        return !matcher
          .find(swapped)
          .flatMap(({ matches }) => matches)
          .slice(0, 3)
          .some(({ title }) => title === name);
      });
    expect(lost).toEqual([]);
  });

  it.each([
    ['FL_EGDE_BACKOF', 'FL_EDGE_BACKOFF'],
    ['FL_EGDE_BAKOFF', 'FL_EDGE_BACKOFF'],
    ['edge backoff', 'FL_EDGE_BACKOFF'],
    ['edgebackoff', 'FL_EDGE_BACKOFF'],
    ['max backoff', 'FL_EDGE_MAX_BACKOFF'],
    ['ml framwork', 'ML_FRAMEWORK'],
    ['flwoer version', 'FLOWER_VERSION'],
    ['gpu enabled', 'FL_GPU_ENABLED'],
    ['tls', 'FL_TLS'],
    ['tls enabled', 'FL_TLS_ENABLED'],
    ['spec/14', 'Edge and Auto-Scaling'],
    ['auto-scaling', 'Edge and Auto-Scaling'],
    ['orch-03', 'ORCH-03'],
    ['edge01', 'EDGE-01'],
    ['phase 9', 'Phase 9'],
    ['broken section', 'broken-section'],
    ['FL_READY', 'FL_READY'],
  ])('%s → %s', (query, title) => {
    expect(first(query)?.title).toBe(title);
  });

  it('finds sections by number', () => {
    expect(matcher.find('10o').flatMap(({ matches }) => matches)[0]?.title).toMatch(/^10o\b/);
    expect(matcher.find('6d').flatMap(({ matches }) => matches)[0]?.title).toMatch(/^6d\b/);
  });

  it.each(['', '   ', '_', '(((', '!?'])('finds nothing for %j', (query) => {
    expect(matcher.find(query)).toEqual([]);
  });

  it('finds each item once, and at most eight of a kind', () => {
    for (const query of ['fl', 'e', 'section', 'backoff', 'supernode']) {
      const groups = matcher.find(query);
      const shown = groups.flatMap(({ matches }) => matches.map(({ url }) => url));
      expect(new Set(shown).size, query).toBe(shown.length);
      expect(Math.max(...groups.map(({ matches }) => matches.length)), query).toBeLessThanOrEqual(8);
      expect(new Set(groups.map(({ kind }) => kind)).size, query).toBe(groups.length);
    }
  });

  it('accepts any query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) =>
        Array.isArray(matcher.find(query)),
      ),
      { numRuns: 60 },
    );
  });
});

describe('normalize', () => {
  it.each([
    ['FL_EDGE_BACKOFF', 'fledgebackoff'],
    ['6d. Uber', '6duber'],
    ['spec/14', 'spec14'],
    ['—', ''],
  ])('%s becomes "%s"', (text, normalized) => {
    expect(normalize(text)).toBe(normalized);
  });
});

describe('highlighted words', () => {
  const highlighted = (text: string, query: string): string =>
    highlightMatches(text, query)
      .map((piece) => (piece.highlighted ? `[${piece.text}]` : piece.text))
      .join('');

  it.each([
    ['FL_EDGE_BACKOFF', 'edge', 'FL_[EDGE]_BACKOFF'],
    ['FL_EDGE_BACKOFF', 'edge backoff', 'FL_[EDGE]_[BACKOFF]'],
    ['Edge and Auto-Scaling', 'scaling edge', '[Edge] and Auto-[Scaling]'],
    ['FL_EDGE_BACKOFF', 'x', 'FL_EDGE_BACKOFF'],
    ['FL_EDGE_BACKOFF', '((', 'FL_EDGE_BACKOFF'],
    ['backoffs', 'back backoff', '[backoff]s'],
    ['Client-Side Settings', 'clients', '[Client]-Side Settings'],
    ['the retry loop, then retry', '"retry loop"', 'the [retry loop], then retry'],
    ['split-brain', '"split-brain', '[split-brain]'],
  ])('%s for "%s"', (text, query, result) => {
    expect(highlighted(text, query)).toBe(result);
  });

  it('keep all letters of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        expect(
          highlightMatches(text, query)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
