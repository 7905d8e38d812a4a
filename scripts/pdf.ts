/**
 * `npm run pdf [-- --paper a4|letter] [--out FILE]`: writes the built specification as a PDF. The file is replaced only
 * when the PDF is complete.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtSite } from '../tests/helpers/built-site.ts';
import { makePdf, type Paper } from './pdf/make-pdf.ts';

const PAPERS: Record<string, Paper> = { a4: 'A4', letter: 'Letter' };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { paper: { type: 'string', default: 'a4' }, out: { type: 'string' } },
  });
  const paper = PAPERS[values.paper.toLowerCase()];
  if (!paper) throw new Error(`No paper "${values.paper}"; there are: ${Object.keys(PAPERS).join(', ')}.`);
  const site = builtSite();
  const out = path.resolve(values.out ?? path.join(site, 'specification.pdf'));
  const { data, passes } = await makePdf(site, paper, process.env.BASE_PATH);
  await mkdir(path.dirname(out), { recursive: true });
  const part = `${out}.part`;
  try {
    await writeFile(part, data);
    await rename(part, out);
  } finally {
    await rm(part, { force: true });
  }
  console.log(
    `${path.relative(process.cwd(), out)}: ${(data.length / 1024 / 1024).toFixed(1)} MB on ${paper}, ${passes} printings`,
  );
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
