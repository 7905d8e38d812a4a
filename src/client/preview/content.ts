/** Makes elements of a preview. Everything is put in as text: documents are not trusted with markup. */
import type { Preview, PreviewFact, PreviewLink } from '../../payloads/previews.ts';
import { tag } from './tag.ts';

const KINDS: Record<Preview['kind'], string> = {
  document: 'Document',
  section: 'Section',
  step: 'Step',
  variable: 'Variable',
  attribute: 'Attribute',
  requirement: 'Requirement',
  phase: 'Phase',
};

export function contentOf(preview: Preview): Node[] {
  const { kind, title, url, place, text = [], code, facts = [], parts = [] } = preview;
  return [
    tag('p', 'preview-kind', KINDS[kind], ...(place ? [' in ', link(place)] : [])),
    tag('p', `preview-title preview-${kind}`, link([title, url])),
    ...text.map((paragraph) => tag('p', '', paragraph)),
    ...(code === undefined ? [] : [tag('pre', '', code)]),
    ...(facts.length > 0 ? [tag('dl', '', ...facts.map(factOf))] : []),
    ...(parts.length > 0 ? [tag('ul', '', ...parts.map((part) => tag('li', '', link(part))))] : []),
  ];
}

function factOf([label, value, url]: PreviewFact): HTMLElement {
  return tag('div', '', tag('dt', '', label), tag('dd', '', url ? link([value, url]) : value));
}

function link([label, url]: PreviewLink): HTMLAnchorElement {
  const anchor = tag('a', '', label);
  anchor.href = url;
  return anchor;
}
