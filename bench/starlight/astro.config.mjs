import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://spec.example.org',
  outDir: '../../.cache/starlight',
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: 'Flower on OpenNebula',
      sidebar: [{ label: 'Specification', items: [{ autogenerate: { directory: 'spec' } }] }],
    }),
  ],
  devToolbar: { enabled: false },
});
