import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { specgraph } from './src/integration/index.ts';
import { sitemapOptions } from './src/integration/sitemap-options.ts';

/** The pages in `src/pages/` besides those of the theme. */
const site = {
  links: [
    { label: 'Guide for authors', href: 'guide/', aliases: ['guide', 'how to write', 'authors'] },
    { label: 'The first five minutes', href: 'guide/start/', aliases: ['start', 'install', 'quick start'] },
    { label: 'Configuration', href: 'guide/configuration/', aliases: ['options', 'settings', 'config'] },
    { label: 'Kinds', href: 'guide/kinds/', aliases: ['kinds of your own', 'vocabulary'] },
    {
      label: 'With another site generator',
      href: 'guide/recipes/',
      aliases: ['mkdocs', 'docusaurus', 'vitepress', 'starlight', 'recipes'],
    },
    {
      label: 'Compared with other tools',
      href: 'guide/comparison/',
      aliases: ['comparison', 'alternatives'],
    },
    {
      label: 'In your editor',
      href: 'guide/editors/',
      aliases: ['editor', 'editors', 'vs code', 'vim', 'lsp'],
    },
  ],
};

export default defineConfig({
  site: process.env.SITE_URL || 'https://spec.example.org',
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  integrations: [mdx(), sitemap(sitemapOptions()), specgraph({ site })],
  devToolbar: { enabled: false },
});
