import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import FA2Layout from 'graphology-layout-forceatlas2/worker';
import Sigma from 'sigma';
import { contest, host, plainData } from '../contestants/contest.ts';

/** After how many iterations the layout counts as done. The number is our choice. */
const ITERATIONS = 50;

contest(
  async () => {
    const { nodes, ties } = await plainData();
    const graph = new Graph({ multi: true, type: 'directed' });
    nodes.forEach(({ id, label, colour, isDocument }, i) => {
      const [r, angle] = [Math.sqrt(i), i * Math.PI * (3 - Math.sqrt(5))];
      graph.addNode(id, {
        label,
        color: colour,
        size: isDocument ? 6 : 2,
        x: r * Math.cos(angle),
        y: r * Math.sin(angle),
      });
    });
    for (const { source, target } of ties) graph.addEdge(source, target, { size: 0.5, color: '#d0d0c8' });
    // The layout runs in its worker, as its documentation advises for large graphs.
    const layout = new FA2Layout(graph, { settings: forceAtlas2.inferSettings(graph) });
    await new Promise<void>((resolve) => {
      let done = 0;
      graph.on('eachNodeAttributesUpdated', () => {
        if (++done < ITERATIONS) return;
        layout.kill();
        resolve();
      });
      layout.start();
    });
    const sigma = new Sigma(graph, host, { hideEdgesOnMove: nodes.length > 5000 });
    Object.assign(window, { sigma });
  },
  { delta: -40, every: 12 },
);
