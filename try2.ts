import { loadProject } from './src/specgraph/load.ts';
import { readGraph } from './src/specgraph/project.ts';
const p = await loadProject('spec', { cwd: process.cwd() });
const g = readGraph(p.corpus, p.config);
console.log(Object.entries(Object.groupBy(g.stated, s=>s.field)).map(([k,v])=>k+':'+v!.length).join(' '));
console.log(Object.entries(Object.groupBy(g.edges, s=>s.kind)).map(([k,v])=>k+':'+v!.length).join(' '));
console.log(g.nodes.filter(n=>n.kind==='variable').length, g.documents.flatMap(d=>d.claims).length, g.documents.flatMap(d=>d.claims).map(c=>c.text+'@'+c.range.file.slice(5,7)+':'+c.range.line).join(' | '));
for (const d of g.documents) console.log(d.id, JSON.stringify(g.documentNode(d.id)).slice(0,330), d.footer.length);
