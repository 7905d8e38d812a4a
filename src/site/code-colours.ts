/** The colours of code, for pages in MDX, whose code Astro highlights. */
export { CODE_COLOURS } from '../render/index.ts';
