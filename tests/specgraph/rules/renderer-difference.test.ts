import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const config = (...renderers: string[]): string => JSON.stringify({ renderer: renderers });

ruleTest(ruleById('renderer-difference')!, {
  good: {
    'one renderer': {
      'g/a.md': '# A\n\n[x](#b--c)\n\n## B & C\n',
      'g/specgraph.config.json': config('github'),
    },
    'a link that works with none is broken': {
      'g/a.md': '# A\n\n[x](#none) and [y](none.md)\n',
      'g/specgraph.config.json': config('github', 'mkdocs'),
    },
    'an anchor that is the same with both': {
      'g/a.md': '# A\n\n[x](#b-c)\n\n## B c\n',
      'g/specgraph.config.json': config(
        'github',
        'mkdocs',
        'vitepress',
        'hugo',
        'jekyll',
        'mdbook',
        'gitlab',
      ),
    },
    'an anchor that is written in HTML': {
      'g/a.md': '# A\n\n[x](#Own.id)\n\n<a id="Own.id"></a>\n',
      'g/specgraph.config.json': config('github', 'mkdocs'),
    },
    'an address that a plugin of the site may make': {
      'g/a.md': '# A\n\n[x](./b.md)\n',
      'g/b.md': '# B\n',
      'g/specgraph.config.json': config('docusaurus', 'github'),
    },
  },
  bad: {
    'two hyphens': {
      files: {
        'g/a.md': '# A\n\n[x](⟦#b--c⟧)\n\n## B & C\n',
        'g/specgraph.config.json': config('github', 'mkdocs'),
      },
      message: '"#b--c" works with github and not with mkdocs: the anchor is "#b-c" with mkdocs.',
    },
    'the second heading of a name, in another document': {
      files: {
        'g/a.md': '# A\n\n[x](⟦b.md#part_1⟧)\n',
        'g/b.md': '# B\n\n## Part\n\n## Part\n',
        'g/specgraph.config.json': config('github', 'mkdocs', 'gitlab'),
      },
      message:
        '"b.md#part_1" works with mkdocs and not with github and gitlab: the anchor is "#part-1" with github and "#part-1" with gitlab.',
    },
    'a number at the head': {
      files: {
        'g/a.md': '# A\n\n[x](⟦#_1-part⟧)\n\n## 1. Part\n',
        'g/specgraph.config.json': config('vitepress', 'github'),
      },
      message: '"#_1-part" works with vitepress and not with github: the anchor is "#1-part" with github.',
    },
    'an anchor that is written in the heading': {
      files: {
        'g/a.md': '# A\n\n[x](⟦#own⟧)\n\n## Part {#own}\n',
        'g/specgraph.config.json': config('docusaurus', 'github'),
      },
      message: '"#own" works with docusaurus and not with github: the anchor is "#part-own" with github.',
    },
    'an address without an extension': {
      files: {
        'g/a.md': '# A\n\n[x](⟦b⟧)\n',
        'g/b.md': '# B\n',
        'g/specgraph.config.json': config('github', 'vitepress'),
      },
      message: '"b" works with vitepress and not with github.',
    },
    'an address from the root of the site': {
      files: {
        'g/docs/a.md': '# A\n\n![x](⟦/x.png⟧)\n',
        'g/docs/public/x.png': '',
        'g/specgraph.config.json': config('vitepress', 'github'),
      },
      message: '"/x.png" works with vitepress and not with github.',
    },
  },
});
