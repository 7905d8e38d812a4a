/** Works that are written in several files: numbers count on, and a joined work shares its anchors. */
import { describe, expect, test } from 'vitest';
import { findingsOf, smallCorpus, type Files } from '../../helpers/small-corpus.ts';

const config = (parts: unknown): string => JSON.stringify({ parts });
const CHAPTERS: Files = {
  'g/README.md': '# About\n\nSee [the basics](basics.md) and [names](names.md) and [extras](extras.md).\n',
  'g/basics.md': '# 1 Basics\n\n## 1.1 Words\n\n## 1.2 Terms\n\nSee Section 2.1, §3 and Annex A.1.\n',
  'g/names.md': '# 2 Names\n\n## 2.1 Scopes\n\nSee Section 1.2.\n',
  'g/extras.md': '# Annex A Extras\n\n## A.1 More\n',
  'g/other.md': '# 3 Other\n\n## 3.1 Last\n\n[x](README.md)\n',
};
const ALL = config([{ files: ['*.md', '!README.md'] }]);
const shown = (findings: Awaited<ReturnType<typeof findingsOf>>): string[] =>
  findings
    .filter(({ rule }) => rule !== 'orphan-document')
    .map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`);

describe('parts of a work', () => {
  test('a number leads to the part that has it', async () => {
    const files = { ...CHAPTERS, 'g/specgraph.config.json': ALL };
    const { graph } = await smallCorpus(files);
    const targets = graph.edges
      .filter((edge) => edge.kind === 'refers' && edge.via === 'prose')
      .map((edge) => `${edge.range?.file} ${edge.text} → ${edge.target}`);
    expect(targets).toEqual([
      'g/basics.md Section 2.1 → names#21-scopes',
      'g/basics.md §3 → other#3-other',
      'g/basics.md Annex A.1 → extras#a1-more',
      'g/names.md Section 1.2 → basics#12-terms',
    ]);
    expect(shown(await findingsOf(files))).toEqual([]);
  });

  test('a number that no part has is reported', async () => {
    const files = {
      ...CHAPTERS,
      'g/names.md': '# 2 Names\n\n## 2.1 Scopes\n\nSee Section 1.9.\n',
      'g/specgraph.config.json': ALL,
    };
    expect(shown(await findingsOf(files))).toEqual([expect.stringContaining('g/names.md:5 broken-section')]);
  });

  test('gaps and duplicates are those of the whole', async () => {
    const files = {
      ...CHAPTERS,
      'g/other.md': '# 4 Other\n\n## 4.1 Last\n\n## 2.1 Again\n\n[x](README.md)\n',
      'g/basics.md': '# 1 Basics\n\n## 1.1 Words\n\n## 1.2 Terms\n',
      'g/specgraph.config.json': ALL,
    };
    const found = shown(await findingsOf(files));
    expect(found).toContain(
      'g/other.md:1 section-number-gap "4 Other" has the number 4, 3 was expected after 2.',
    );
    expect(found.find((line) => line.includes('duplicate'))).toBe(
      'g/other.md:5 duplicate-section-number "2.1 Again" has the number 2.1, which line 3 of g/names.md has already; references to it are ambiguous.',
    );
  });

  test('an anchor belongs to its file, unless the parts are joined', async () => {
    const files = {
      'g/a.md': '# A\n\n[x](#there) [y](b.md)\n',
      'g/b.md': '# B\n\n## There\n\n[a](a.md#b)\n',
    };
    const wrong = await findingsOf({ ...files, 'g/specgraph.config.json': config([{ files: ['*.md'] }]) });
    expect(wrong.map(({ rule }) => rule)).toEqual(['broken-anchor', 'broken-anchor']);
    const joined = config([{ files: ['*.md'], joined: true }]);
    expect(await findingsOf({ ...files, 'g/specgraph.config.json': joined })).toEqual([]);
  });
});
