/** The project that the integration keeps. Only src/site/current-snapshot.ts imports it. */
declare module 'virtual:specgraph' {
  export const live: import('../site/snapshot.ts').LiveProject;
}
