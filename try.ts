import { loadProject } from './src/specgraph/load.ts';
import { readGraph } from './src/specgraph/project.ts';
import { checkGraph } from './src/specgraph/check.ts';
const p = await loadProject(process.argv[2] ?? 'spec', { cwd: process.cwd() });
const t = performance.now();
const g = readGraph(p.corpus, p.config);
const r = checkGraph(g, { contracts: p.contracts });
console.log((performance.now() - t).toFixed(0), 'ms', JSON.stringify(r.summary), JSON.stringify(g.quantities));
for (const f of r.findings) if (!/points to|names no doc/.test(f.message)) console.log(`${f.file}:${f.line}:${f.column} ${f.rule} ${f.message} [${f.suggestion ?? ''}]`);
