// Writes the page of the guide that lists every option of the configuration.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { configurationPage } from './configuration/page.ts';
import { readOptions } from './configuration/read-options.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
writeFileSync(
  path.join(ROOT, 'src/pages/guide/configuration.mdx'),
  configurationPage(readOptions(path.join(ROOT, 'src/specgraph'))),
);
