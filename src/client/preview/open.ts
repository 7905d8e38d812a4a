/** Notices that a preview is wanted. The previews themselves are fetched with the first one. */
import type { PreviewControl } from './control.ts';

/** What of the mark can be touched left of its right edge, in its own em: see preview.css. */
const MARK = 1.3;

export function offerPreviews(page: Document): void {
  if (!page.querySelector('[data-ref]')) return;
  let control: Promise<PreviewControl> | undefined;
  const withControl = async (act: (control: PreviewControl) => void): Promise<void> => {
    control ??= import('./control.ts').then(({ createPreviews }) => createPreviews(page));
    act(await control);
  };
  page.addEventListener('pointerover', (event) => {
    const reference = referenceOf(event);
    const at = { x: event.clientX, y: event.clientY };
    if (reference && event.pointerType !== 'touch')
      void withControl((previews) => previews.point(reference, at));
  });
  page.addEventListener('focusin', (event) => {
    const reference = referenceOf(event);
    if (reference?.matches(':focus-visible')) void withControl((previews) => previews.focus(reference));
  });
  page.addEventListener('click', (event) => {
    const reference = referenceOf(event);
    if (!reference || !isOnMark(reference, event)) return;
    // The mark behind the words opens the preview, the words themselves are the link.
    event.preventDefault();
    void withControl((previews) => previews.toggle(reference));
  });
}

/** The link to the uses of a name becomes a button that unfolds them below its row. */
export function offerUses(page: Document): void {
  const announce = (): void => {
    for (const link of page.querySelectorAll('a[data-uses]')) {
      link.role = 'button';
      link.ariaExpanded = 'false';
    }
  };
  const toggle = (event: MouseEvent | KeyboardEvent): void => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[data-uses]');
    // With a modifier it stays a link.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void import('./uses.ts').then(({ toggleUses }) => toggleUses(link));
  };
  page.addEventListener('click', toggle);
  page.addEventListener('keydown', (event) => {
    if (event.key === ' ') toggle(event);
  });
  // A dev server brings rows as they are without script.
  page.addEventListener('spec:changed', announce);
  announce();
}

function referenceOf(event: Event): HTMLAnchorElement | null {
  return (event.target as Element).closest?.('a[data-ref]') ?? null;
}

/** Whether a tap lies on the mark that a reference carries where nothing can hover. */
function isOnMark(reference: Element, { clientX, clientY, detail }: MouseEvent): boolean {
  const mark = getComputedStyle(reference, '::after');
  // A click of the keyboard or of a screen reader is none at a place.
  if (mark.content === 'none' || detail === 0) return false;
  const last = [...reference.getClientRects()].at(-1);
  return (
    last !== undefined &&
    clientX >= last.right - MARK * Number.parseFloat(mark.fontSize) &&
    clientY >= last.top - 4
  );
}
