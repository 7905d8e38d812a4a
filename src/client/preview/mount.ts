/** Listens for references that need a preview. The code of the previews is loaded with the first one. */
import type { PreviewControl } from './control.ts';

/** Width of the tap target of the mark behind a reference, in em of the mark (see preview.css). */
const MARK_WIDTH_EM = 1.3;
/** How far the tap target reaches above the line. */
const MARK_ABOVE_PX = 4;

export function mountPreviews(page: Document): void {
  if (!page.querySelector('[data-ref]')) return;
  let control: Promise<PreviewControl> | undefined;
  const withControl = async (action: (control: PreviewControl) => void): Promise<void> => {
    control ??= import('./control.ts').then(({ createPreviewControl }) => createPreviewControl(page));
    action(await control);
  };
  page.addEventListener('pointerover', (event) => {
    const reference = referenceOf(event);
    const pointer = { x: event.clientX, y: event.clientY };
    if (reference && event.pointerType !== 'touch')
      void withControl((previews) => previews.point(reference, pointer));
  });
  page.addEventListener('focusin', (event) => {
    const reference = referenceOf(event);
    if (reference?.matches(':focus-visible')) void withControl((previews) => previews.focus(reference));
  });
  page.addEventListener('click', (event) => {
    const reference = referenceOf(event);
    if (!reference || !isOnMark(reference, event)) return;
    // The mark behind the text opens the preview; the text itself is the link.
    event.preventDefault();
    void withControl((previews) => previews.toggle(reference));
  });
}

/** Turns the link to the uses of a name into a button that expands the uses below the table row. */
export function mountUses(page: Document): void {
  const markAsButtons = (): void => {
    for (const link of page.querySelectorAll('a[data-uses]')) {
      link.role = 'button';
      link.ariaExpanded = 'false';
    }
  };
  const toggle = (event: MouseEvent | KeyboardEvent): void => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[data-uses]');
    // With a modifier key it behaves as a link.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void import('./uses.ts').then(({ toggleUses }) => toggleUses(link));
  };
  page.addEventListener('click', toggle);
  page.addEventListener('keydown', (event) => {
    if (event.key === ' ') toggle(event);
  });
  // An update by the dev server brings new rows without these attributes.
  page.addEventListener('spec:changed', markAsButtons);
  markAsButtons();
}

function referenceOf(event: Event): HTMLAnchorElement | null {
  return (event.target as Element).closest?.('a[data-ref]') ?? null;
}

/** Whether a tap is on the mark that references have on devices without hover. */
function isOnMark(reference: Element, { clientX, clientY, detail }: MouseEvent): boolean {
  const mark = getComputedStyle(reference, '::after');
  // Clicks by keyboard or screen reader have no position.
  if (mark.content === 'none' || detail === 0) return false;
  const last = [...reference.getClientRects()].at(-1);
  return (
    last !== undefined &&
    clientX >= last.right - MARK_WIDTH_EM * Number.parseFloat(mark.fontSize) &&
    clientY >= last.top - MARK_ABOVE_PX
  );
}
