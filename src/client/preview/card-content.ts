/** Creates the elements of a preview. Everything is inserted as text: markup from documents is not trusted. */
import type { Preview, PreviewFact, PreviewLink } from '../../payloads/previews.ts';
import { make } from '../element.ts';

export function cardContent(preview: Preview): Node[] {
  const {
    kind,
    kindName = capitalised(kind),
    title,
    url,
    place,
    text = [],
    code,
    facts = [],
    parts = [],
  } = preview;
  return [
    make('p', { class: 'preview-kind' }, kindName, ...(place ? [' in ', link(place)] : [])),
    make('p', { class: `preview-title preview-${kind}` }, link([title, url])),
    ...text.map((paragraph) => make('p', {}, paragraph)),
    ...(code === undefined ? [] : [make('pre', {}, code)]),
    ...(facts.length > 0 ? [make('dl', {}, ...facts.map(factOf))] : []),
    ...(parts.length > 0 ? [make('ul', {}, ...parts.map((part) => make('li', {}, link(part))))] : []),
  ];
}

function factOf([label, value, url]: PreviewFact): HTMLElement {
  return make('div', {}, make('dt', {}, label), make('dd', {}, url ? link([value, url]) : value));
}

function link([label, url]: PreviewLink): HTMLAnchorElement {
  return make('a', { href: url }, label);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
