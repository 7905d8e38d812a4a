/** Creates the elements of a preview. Everything is inserted as text: markup from documents is not trusted. */
import type { Preview, PreviewFact, PreviewLink } from '../../payloads/previews.ts';
import { createElement } from './create-element.ts';

const KIND_LABELS: Record<Preview['kind'], string> = {
  document: 'Document',
  section: 'Section',
  step: 'Step',
  variable: 'Variable',
  attribute: 'Attribute',
  requirement: 'Requirement',
  phase: 'Phase',
};

export function cardContent(preview: Preview): Node[] {
  const { kind, title, url, place, text = [], code, facts = [], parts = [] } = preview;
  return [
    createElement('p', 'preview-kind', KIND_LABELS[kind], ...(place ? [' in ', link(place)] : [])),
    createElement('p', `preview-title preview-${kind}`, link([title, url])),
    ...text.map((paragraph) => createElement('p', '', paragraph)),
    ...(code === undefined ? [] : [createElement('pre', '', code)]),
    ...(facts.length > 0 ? [createElement('dl', '', ...facts.map(factOf))] : []),
    ...(parts.length > 0
      ? [createElement('ul', '', ...parts.map((part) => createElement('li', '', link(part))))]
      : []),
  ];
}

function factOf([label, value, url]: PreviewFact): HTMLElement {
  return createElement(
    'div',
    '',
    createElement('dt', '', label),
    createElement('dd', '', url ? link([value, url]) : value),
  );
}

function link([label, url]: PreviewLink): HTMLAnchorElement {
  const anchor = createElement('a', '', label);
  anchor.href = url;
  return anchor;
}
