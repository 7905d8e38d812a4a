import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { specgraph } from './src/integration/index.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://spec.example.org',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [mdx(), specgraph()],
  devToolbar: { enabled: false },
  vite: { ssr: { external: ['satteri'] } },
});
