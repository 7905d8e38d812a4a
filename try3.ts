import { loadProject } from './src/specgraph/load.ts';
import { readGraph } from './src/specgraph/project.ts';
const p = await loadProject('spec', { cwd: process.cwd() });
const g = readGraph(p.corpus, p.config);
const es = g.edges.filter(e=>e.kind==='refers'&&e.via==='prose'&&e.target.match(/#|step:/));
let x=7; const rnd=()=>(x=(x*1103515245+12345)%2147483648)/2147483648;
for (let i=0;i<45;i++){const e=es[Math.floor(rnd()*es.length)]; const c=e.context!; const at=c.indexOf(e.text!); console.log(`${e.range!.file.slice(5,7)}:${e.range!.line} "${e.text}" -> ${e.target}\n      …${c.slice(Math.max(0,at-110),at+e.text!.length+60)}…`);}
