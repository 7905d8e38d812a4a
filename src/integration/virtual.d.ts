/** The one reading of the specification that the integration keeps; only src/site/current-snapshot.ts asks for it. */
declare module 'virtual:specgraph' {
  export const live: import('../site/snapshot.ts').LiveProject;
}
