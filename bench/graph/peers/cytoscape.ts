import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { contest, host, plainData } from '../contestants/contest.ts';

cytoscape.use(fcose);
contest(
  async () => {
    const { nodes, ties } = await plainData();
    const isLarge = nodes.length > 5000;
    const cy = cytoscape({
      container: host,
      elements: [
        ...nodes.map(({ id, label, colour, isDocument }) => ({
          data: { id: String(id), label, colour, size: isDocument ? 20 : 5 },
        })),
        ...ties.map(({ source, target }, i) => ({
          data: { id: `t${i}`, source: String(source), target: String(target) },
        })),
      ],
      style: [
        {
          selector: 'node',
          style: {
            'background-color': 'data(colour)',
            width: 'data(size)',
            height: 'data(size)',
            label: 'data(label)',
            'font-size': 11,
            'min-zoomed-font-size': 9,
          },
        },
        {
          selector: 'edge',
          style: { width: 1, 'line-color': '#b9b9b0', opacity: 0.4, 'curve-style': 'haystack' },
        },
      ],
      layout: { name: 'preset' },
      // These options make it faster with large graphs.
      pixelRatio: 1,
      textureOnViewport: isLarge,
      hideEdgesOnViewport: isLarge,
    });
    await new Promise<void>((resolve) => {
      const layout = cy.layout({
        name: 'fcose',
        animate: false,
        quality: 'default',
        nodeDimensionsIncludeLabels: false,
      } as cytoscape.LayoutOptions);
      layout.one('layoutstop', () => resolve());
      layout.run();
    });
  },
  { delta: -40, every: 1 },
);
