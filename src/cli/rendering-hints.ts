/** What a user should do where many broken links have one cause. */
import type { RenderingHint } from '#specgraph';
import { plural } from '#specgraph/text/lists';

/** @returns one or two sentences */
export function describeHint(hint: RenderingHint): string {
  switch (hint.is) {
    case 'joined-files':
      return `${plural(hint.links, 'link')} within files of ${hint.folder || '.'} lead to anchors of its other files. If one page is made of them, declare them as parts of one work: "specgraph init" writes how.`;
    case 'page-links':
      return `${plural(hint.links, 'link')} name pages of a site, such as "guide/" for guide.md. Name the program that makes the site: --renderer, or "renderer" in the configuration.`;
  }
}
