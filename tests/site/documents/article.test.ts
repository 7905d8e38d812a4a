import type { Element, Root } from 'hast';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { articleIn } from '../../helpers/article.ts';
import { classesOf, select, textOf } from '../../helpers/html.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';

describe('the article of a document', () => {
  const text = [
    '# Framed',
    '',
    '**Phase:** 1\\',
    '**Status:** Specification',
    '',
    '---',
    '',
    '## 1. Scope',
    '',
    'Text.',
    '',
    '```bash',
    'run --it',
    '```',
    '',
    '## 2. Table of `A`',
    '',
    '| A | B |',
    '|---|---|',
    '| 1 | 2 |',
    '',
    '---',
    '',
    '*Version 1.2, phase 1.*',
    '',
  ].join('\n');
  let article: Root;
  beforeAll(async () => {
    const phases = [{ number: '1', name: 'Base', dependsOn: [], finished: true }];
    article = await articleIn(
      { 'spec/01-framed.md': text, 'spec/specgraph.config.json': JSON.stringify({ phases }) },
      '01-framed',
    );
  });

  it('does not hold the title, the header block and the footer', () => {
    expect(select(article, 'h1')).toEqual([]);
    expect(select(article, 'hr')).toEqual([]);
    expect(textOf(article)).not.toContain('Status');
    expect(textOf(article)).not.toContain('Version 1.2');
  });

  it('holds a paragraph of a set without phases that only looks like a header block or a footer', async () => {
    const shown = textOf(
      await articleIn({ 'spec/01-a.md': '# A\n\n**Bold** begins.\n\nText.\n\n*Emphasis* ends.\n' }, '01-a'),
    );
    expect(shown).toContain('Bold begins.');
    expect(shown).toContain('Emphasis ends.');
  });

  it('gives each heading its slug and a named link to itself', () => {
    const headings = select(article, 'h2');
    expect(headings.map((heading) => heading.properties.id)).toEqual(['1-scope', '2-table-of-a']);
    const [, second] = headings.map((heading) => select(heading, 'a.permalink')[0].properties);
    expect(second).toMatchObject({ href: '#2-table-of-a', ariaLabel: 'Link to 2. Table of A' });
  });

  it('separates the number of a heading without losing text', () => {
    const [heading] = select(article, 'h2');
    expect(textOf(select(heading, '.number')[0])).toBe('1.');
    expect(textOf(heading)).toMatch(/^1\. Scope/);
  });

  it('puts a wide table into a frame that scrolls, also by keyboard', () => {
    const [frame] = select(article, '.table-scroll');
    expect(frame.properties).toMatchObject({ tabIndex: 0, role: 'region', ariaLabel: expect.any(String) });
    expect(select(frame, 'table')).toHaveLength(1);
  });

  it('gives tables with the same columns different names', async () => {
    const table = ['| A | B |', '|---|---|', '| 1 | 2 |', ''];
    const twice = await articleIn(
      {
        'spec/01-a.md': [
          '# A',
          '',
          '## 1. Scope',
          '',
          ...table,
          'Text.',
          '',
          ...table,
          '## 2. End',
          '',
          ...table,
        ].join('\n'),
      },
      '01-a',
    );
    expect(select(twice, '.table-scroll').map(({ properties }) => properties.ariaLabel)).toEqual([
      'Table: A, B (1. Scope)',
      'Table: A, B (1. Scope) 2',
      'Table: A, B (2. End)',
    ]);
  });

  it('links each heading to its lines in the configured repository', async () => {
    expect(select(article, 'a.source-link')).toEqual([]);
    vi.stubEnv('REPO_URL', 'https://github.com/a/b');
    const [first] = select(await articleIn({ 'spec/01-framed.md': text }, '01-framed'), 'a.source-link');
    vi.unstubAllEnvs();
    expect(first.properties).toMatchObject({
      href: 'https://github.com/a/b/blob/main/spec/01-framed.md#L8-L15',
      ariaLabel: 'Source of 1. Scope',
    });
  });

  it('gives code a button that is hidden until a script enables it', () => {
    const [block] = select(article, '.code-block');
    const [button] = select(block, 'button.copy-code');
    expect(button.properties).toMatchObject({ type: 'button', hidden: true });
    expect(textOf(select(block, 'pre')[0]).trim()).toBe('run --it');
  });

  it('colours code for both themes', () => {
    const { style } = select(article, 'pre')[0].properties;
    expect(style).toContain('--shiki-light');
    expect(style).toContain('--shiki-dark');
  });

  it('is rendered again when the set has changed', async () => {
    await articleIn({ 'spec/01-a.md': '# A\n\n## 1. Scope\n\nOld.\n' }, '01-a');
    expect(textOf(await articleIn({ 'spec/01-a.md': '# A\n\n## 1. Scope\n\nNew.\n' }, '01-a'))).toContain(
      'New.',
    );
  });
});

describe('backlinks in the article', () => {
  /** The elements between a heading and the next one. */
  const below = (article: Root, slug: string): Element[] => {
    const children = article.children.filter((child) => child.type === 'element');
    const from = children.findIndex((node) => node.properties.id === slug) + 1;
    const length = children.slice(from).findIndex((node) => /^h[1-6]$/.test(node.tagName));
    return children.slice(from, length < 0 ? undefined : from + length);
  };

  it('stand once, at the end of the text of their section', async () => {
    const section = below(await articleIn(SMALL_SET, '01-reference'), '2-parameters');
    expect(classesOf(section.at(-1)!)).toContain('backlinks');
    expect(section.filter((node) => classesOf(node).includes('backlinks'))).toHaveLength(1);
    expect(classesOf(section[0])).toContain('table-scroll');
  });

  it('show their number, and link to each sentence with its words marked', async () => {
    const [backlinks] = below(await articleIn(SMALL_SET, '02-server'), '2-ports').slice(-1);
    expect(textOf(select(backlinks, 'summary')[0])).toBe('Referenced by 1');
    expect(select(select(backlinks, 'ul')[0], 'a').map((link) => link.properties.href)).toEqual([
      '/spec/03-guide/#1-start',
    ]);
    expect(textOf(select(backlinks, 'a')[0])).toBe('spec/03 1. Start');
    expect(textOf(select(backlinks, 'p')[0])).toContain('Ports stand in spec/02, Section 2.');
    expect(textOf(select(backlinks, 'mark')[0])).toContain('Section 2');
  });

  it('are absent when nothing refers to the section', async () => {
    expect(select(await articleIn(SMALL_SET, '03-guide'), 'details.backlinks')).toEqual([]);
  });
});
