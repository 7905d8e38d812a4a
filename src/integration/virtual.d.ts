/** The one reading of the specification that the integration keeps; only src/site/graph.ts asks for it. */
declare module 'virtual:specgraph' {
  export const live: import('./live-project.ts').LiveProject;
}
