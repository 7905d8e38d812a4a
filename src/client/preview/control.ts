/**
 * Decides when the preview card opens and closes. It opens after a short stay on a reference and closes after pointer
 * and focus have left both the reference and the card (WCAG 1.4.13).
 */
import { createCard } from './card.ts';
import type { Point } from './position.ts';

const OPEN_AFTER_MS = 280;
/** While a card is open, the next one opens sooner. */
const SWITCH_AFTER_MS = 120;
/** Time to move the pointer from the reference to the card, or back. */
const CLOSE_AFTER_MS = 260;

export interface PreviewControl {
  /** Called when the pointer enters a reference. */
  point(reference: HTMLElement, at: Point): void;
  /** Called when a reference gets the keyboard focus. */
  focus(reference: HTMLElement): void;
  /** Called for a tap on the mark behind a reference. */
  toggle(reference: HTMLElement): void;
}

export function createPreviewControl(page: Document): PreviewControl {
  const card = createCard(page);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The reference whose card was closed by Escape: the card stays closed until the reference is left. */
  let dismissed: HTMLElement | undefined;

  const schedule = (action: () => void, delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const close = (): void => {
    clearTimeout(timer);
    card.hide();
  };
  const isInUse = (): boolean =>
    card.element.contains(page.activeElement) ||
    card.element.matches(':hover') ||
    card.shownFor?.matches(':hover, :focus-visible') === true;
  const closeUnlessInUse = (): void =>
    schedule(() => {
      if (!isInUse()) card.hide();
    }, CLOSE_AFTER_MS);
  const open = (reference: HTMLElement, at?: Point): void => {
    if (reference === dismissed) return;
    dismissed = undefined;
    if (reference === card.shownFor) return clearTimeout(timer);
    schedule(
      () => {
        if (reference.matches(':hover, :focus-visible')) void card.show(reference, at);
      },
      card.shownFor ? SWITCH_AFTER_MS : OPEN_AFTER_MS,
    );
  };

  page.addEventListener('pointerout', (event) => {
    const to = event.relatedTarget as Element | null;
    if (event.pointerType === 'touch') return;
    if (dismissed && !dismissed.contains(to)) dismissed = undefined;
    if (to && (card.element.contains(to) || card.shownFor?.contains(to))) clearTimeout(timer);
    else if (!to?.closest('a[data-ref]')) closeUnlessInUse();
  });
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (target === dismissed) dismissed = undefined;
    if (!card.element.contains(relatedTarget as Node | null) && relatedTarget !== card.shownFor)
      closeUnlessInUse();
  });
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && card.shownFor) {
      // Escape closes only the card, nothing that is open below it.
      event.preventDefault();
      dismissed = card.shownFor;
      if (card.element.contains(page.activeElement)) card.shownFor.focus();
      close();
    } else if (event.key === 'Tab') moveFocusThroughCard(event, card.element, card.shownFor, close);
  });
  // A tap outside the card, or on a link, closes it.
  page.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (event.defaultPrevented || (card.element.contains(target) && !target.closest('a'))) return;
    close();
  });
  page.addEventListener(
    'scroll',
    () => {
      const at = card.shownFor?.getBoundingClientRect();
      if (at && (at.bottom < 0 || at.top > innerHeight)) close();
    },
    { passive: true, capture: true },
  );
  addEventListener('pagehide', close);
  page.addEventListener('spec:changed', close);

  return {
    point: open,
    focus: (reference) => open(reference),
    toggle(reference) {
      clearTimeout(timer);
      if (card.shownFor === reference) return card.hide();
      void card.show(reference);
    },
  };
}

/** Tab moves from the reference through the links of the card to the element after the reference, and back. */
function moveFocusThroughCard(
  event: KeyboardEvent,
  card: HTMLElement,
  reference: HTMLElement | undefined,
  close: () => void,
): void {
  if (!reference) return;
  const links = [...card.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (at < 0 && document.activeElement === reference && !event.shiftKey) {
    event.preventDefault();
    links[0]?.focus();
  } else if (at === 0 && event.shiftKey) {
    event.preventDefault();
    reference.focus();
  } else if (at === links.length - 1 && at >= 0 && !event.shiftKey) {
    // The browser moves the focus on from the reference to the element after it.
    reference.focus();
    close();
  }
}
