/** Anchors of headings by renderer. */
import { describe, expect, test } from 'vitest';
import { RENDERER_NAMES, type RendererName } from '../../../src/specgraph/renderers/renderer.ts';
import { createSlugger } from '../../../src/specgraph/renderers/slugs.ts';
import { renderersNamed } from '../../../src/specgraph/renderers/table.ts';

function slugsOf(renderer: RendererName, headings: readonly string[]): string[] {
  const { slugOf } = createSlugger(renderersNamed([renderer])[0].anchors);
  return headings.map(slugOf);
}

/** One heading, and its anchor with each renderer. */
const ONE: readonly [heading: string, anchors: Record<RendererName, string>][] = [
  [
    'Getting started',
    {
      github: 'getting-started',
      gitlab: 'getting-started',
      bitbucket: 'markdown-header-getting-started',
      docusaurus: 'getting-started',
      vitepress: 'getting-started',
      mkdocs: 'getting-started',
      hugo: 'getting-started',
      jekyll: 'getting-started',
      mdbook: 'getting-started',
      astro: 'getting-started',
    },
  ],
  [
    'Keys & tokens',
    {
      github: 'keys--tokens',
      gitlab: 'keys-tokens',
      bitbucket: 'markdown-header-keys-tokens',
      docusaurus: 'keys--tokens',
      vitepress: 'keys-tokens',
      mkdocs: 'keys-tokens',
      hugo: 'keys--tokens',
      jekyll: 'keys--tokens',
      mdbook: 'keys--tokens',
      astro: 'keys--tokens',
    },
  ],
  [
    '1.2 What is `Vec<T>`?'.replaceAll('`', ''),
    {
      github: '12-what-is-vect',
      gitlab: '12-what-is-vect',
      bitbucket: 'markdown-header-12-what-is-vect',
      docusaurus: '12-what-is-vect',
      vitepress: '_1-2-what-is-vec-t',
      mkdocs: '12-what-is-vect',
      hugo: '12-what-is-vect',
      jekyll: '12-what-is-vect',
      mdbook: '12-what-is-vect',
      astro: '12-what-is-vect',
    },
  ],
  [
    'Über snake_case — naïve',
    {
      github: 'über-snake_case--naïve',
      gitlab: 'über-snake_case-naïve',
      bitbucket: 'markdown-header-uber-snake_case-naive',
      docusaurus: 'über-snake_case--naïve',
      vitepress: 'uber-snake-case-—-naive',
      mkdocs: 'uber-snake_case-naive',
      hugo: 'über-snake_case--naïve',
      jekyll: 'über-snake_case--naïve',
      mdbook: 'Über-snake_case--naïve',
      astro: 'über-snake_case--naïve',
    },
  ],
  [
    '2024',
    {
      github: '2024',
      gitlab: 'anchor-2024',
      bitbucket: 'markdown-header-2024',
      docusaurus: '2024',
      vitepress: '_2024',
      mkdocs: '2024',
      hugo: '2024',
      jekyll: '2024',
      mdbook: '2024',
      astro: '2024',
    },
  ],
];

describe('the anchor of a heading', () => {
  test.each(
    ONE.flatMap(([heading, anchors]) => RENDERER_NAMES.map((name) => [name, heading, anchors[name]])),
  )('%s: %s', (name, heading, anchor) => expect(slugsOf(name as RendererName, [heading])).toEqual([anchor]));
});

describe('headings that are alike', () => {
  test.each<[RendererName, headings: string[], anchors: string[]]>([
    ['github', ['A', 'A', 'A 1', 'A'], ['a', 'a-1', 'a-1-1', 'a-2']],
    ['gitlab', ['A', 'A', 'A'], ['a', 'a-1', 'a-2']],
    ['mkdocs', ['A', 'A', 'A'], ['a', 'a_1', 'a_2']],
    ['mkdocs', ['Step_1', 'Step_1'], ['step_1', 'step_2']],
    ['vitepress', ['A', 'A', 'A 1', 'A'], ['a', 'a-1', 'a-1-1', 'a-2']],
    ['hugo', ['A', 'A 1', 'A'], ['a', 'a-1', 'a-2']],
    ['jekyll', ['A', 'A 1', 'A'], ['a', 'a-1', 'a-1']],
    ['mdbook', ['A', 'A', 'A'], ['a', 'a-1', 'a-2']],
  ])('%s: %j', (name, headings, anchors) => expect(slugsOf(name, headings)).toEqual(anchors));
});

describe('special cases of the algorithms', () => {
  test.each<[RendererName, heading: string, anchor: string]>([
    ['gitlab', 'This heading has spaces in it', 'this-heading-has-spaces-in-it'],
    ['gitlab', 'This heading has a :thumbsup: in it', 'this-heading-has-a-thumbsup-in-it'],
    ['gitlab', 'This heading has Unicode in it: 한글', 'this-heading-has-unicode-in-it-한글'],
    ['gitlab', 'This heading has 3.5 in it (and parentheses)', 'this-heading-has-35-in-it-and-parentheses'],
    ['gitlab', 'This  heading  has multiple   spaces', 'this-heading-has-multiple-spaces'],
    ['gitlab', 'Epics (ULTIMATE SELF)', 'epics'],
    ['mkdocs', 'Header 1', 'header-1'],
    ['mkdocs', 'Žluťoučký kůň', 'zlutoucky-kun'],
    ['mkdocs', '日本語', ''],
    ['hugo', 'God is good: 神真美好', 'god-is-good-神真美好'],
    ['hugo', 'Number 32', 'number-32'],
    ['hugo', 'Question?', 'question'],
    ['hugo', '1+2=3', '123'],
    ['hugo', 'a_b-c', 'a_b-c'],
    ['hugo', '???', 'heading'],
    ['mdbook', '## Method-call expressions', 'method-call-expressions'],
    ['mdbook', '中文標題 CJK title', '中文標題-cjk-title'],
    ['mdbook', 'Über', 'Über'],
    ['vitepress', 'foo bar', 'foo-bar'],
    ['vitepress', '9foo', '_9foo'],
    ['vitepress', '--foo--bar--', 'foo-bar'],
    ['vitepress', 'À la carte', 'a-la-carte'],
    ['jekyll', 'A  B', 'a--b'],
    ['jekyll', '-x-', '-x-'],
  ])('%s: %s', (name, heading, anchor) => expect(slugsOf(name, [heading])).toEqual([anchor]));
});

test('every row names its sources', () => {
  for (const name of RENDERER_NAMES) {
    const [renderer] = renderersNamed([name]);
    expect(renderer.name).toBe(name);
    expect(renderer.sources.every((source) => source.startsWith('https://'))).toBe(true);
    expect(renderer.sources.length).toBeGreaterThan(1);
  }
});
