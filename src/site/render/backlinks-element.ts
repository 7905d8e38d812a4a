import type { Element } from 'hast';
import type { Backlink } from '../backlinks.ts';
import { element } from './article.ts';

const LONGEST_CONTEXT = 260;

/** "Referenced by 4": unfolds to the sentences, each with its place. Undefined where nothing refers. */
export function backlinksElement(backlinks: Backlink[], urlOf: (node: string) => string | undefined): Element | undefined {
  if (backlinks.length === 0) return undefined;
  const items = backlinks.map((backlink) => element('li', {}, [
    element('a', { href: urlOf(backlink.url) ?? '#' }, [{ type: 'text', value: backlink.place }]),
    element('p', {}, [{ type: 'text', value: excerpt(backlink) }]),
  ]));
  return element('details', { className: ['backlinks'] }, [
    element('summary', {}, [{ type: 'text', value: `Referenced by ${backlinks.length}` }]),
    element('ul', {}, items),
  ]);
}

/** The sentence, cut around the referring words where it is long. */
export function excerpt({ context, words }: Pick<Backlink, 'context' | 'words'>, longest = LONGEST_CONTEXT): string {
  if (context.length <= longest) return context;
  const at = Math.max(0, context.indexOf(words));
  const from = Math.max(0, Math.min(at - longest / 2, context.length - longest));
  return `${from > 0 ? '… ' : ''}${context.slice(from, from + longest).trim()}${from + longest < context.length ? ' …' : ''}`;
}
