/** The keys that act on the section which is read. */
import { currentHeading } from '../table-of-contents.ts';

const HEADINGS = 'main :is(h1, h2, h3, h4, h5, h6)[id]';

/** Goes to the next section (1) or to the one before (-1). No step is added to the history. */
export function goToSection(page: Document, step: 1 | -1): void {
  const headings = [...page.querySelectorAll<HTMLElement>(HEADINGS)];
  const current = currentHeading(headings);
  const heading = current && headings[headings.indexOf(current) + step];
  if (!heading) return;
  location.replace(`#${encodeURIComponent(heading.id)}`);
  // A page that glides would still be at the old section when the key is pressed again.
  heading.scrollIntoView({ behavior: 'instant' });
}

/** Opens the list of who refers to the section; if nothing does, goes to the references to the whole document. */
export function openReferences(page: Document): void {
  const stops = [...page.querySelectorAll<HTMLElement>(`${HEADINGS}, main details.backlinks`)];
  const current = currentHeading(stops.filter((stop) => !stop.matches('details')));
  const next = current && stops[stops.indexOf(current) + 1];
  if (next?.matches('details')) {
    (next as HTMLDetailsElement).open = true;
    next.querySelector('summary')!.focus();
  } else page.getElementById('page:referenced-by')?.scrollIntoView();
}

/** Puts the cursor into the filter of the contents, which are a drawer on a small screen. */
export function filterContents(page: Document): void {
  const field = page.querySelector<HTMLInputElement>('[data-contents-filter]');
  if (!field) return;
  if (!field.checkVisibility()) page.getElementById('page:contents')?.showPopover();
  field.select();
}
