/** Bundles a page for each contestant. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

export const CONTESTANTS = {
  empty: 'contestants/empty.ts',
  canvas: 'contestants/canvas.ts',
  cytoscape: 'peers/cytoscape.ts',
  sigma: 'peers/sigma.ts',
} as const;
export type Contestant = keyof typeof CONTESTANTS;

const FOLDER = import.meta.dirname;

/** @param out the folder to serve; NAME.html is written into it for each contestant */
export async function bundlePages(out: string, names: readonly Contestant[]): Promise<void> {
  const sources = path.join(FOLDER, '../../.cache/bench-graph/pages');
  mkdirSync(sources, { recursive: true });
  for (const name of names)
    writeFileSync(
      path.join(sources, `${name}.html`),
      pageOf(path.relative(sources, path.join(FOLDER, CONTESTANTS[name]))),
    );
  await build({
    root: sources,
    base: './',
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: out,
      emptyOutDir: false,
      chunkSizeWarningLimit: 5000,
      rollupOptions: { input: names.map((name) => path.join(sources, `${name}.html`)) },
    },
  });
}

/** Records long tasks from the first line of the page on. */
function pageOf(script: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<style>html, body { margin: 0; height: 100% } #host { width: 100vw; height: 100vh; overflow: hidden } #host svg { width: 100%; height: 100% }</style>
<script>
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: 'longtask', buffered: true });
</script></head>
<body><div id="host"></div><script type="module" src="${script}"></script></body></html>
`;
}
