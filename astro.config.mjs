import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { specgraph } from './src/integration/index.ts';
import { sitemapOptions } from './src/integration/sitemap-options.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://spec.example.org',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [mdx(), sitemap(sitemapOptions()), specgraph()],
  devToolbar: { enabled: false },
});
