/** When the card opens and closes: after a moment at a reference, and until both it and the card are left (WCAG 1.4.13). */
import { createCard } from './card.ts';
import type { Point } from './place.ts';

const OPEN_AFTER = 280;
/** With a card open already, the next reference answers sooner. */
const CHANGE_AFTER = 120;
/** Time to cross from the reference to the card, or back. */
const CLOSE_AFTER = 260;

export interface PreviewControl {
  /** The pointer has come to a reference. */
  point(reference: HTMLElement, at: Point): void;
  /** The keyboard has. */
  focus(reference: HTMLElement): void;
  /** A tap on the mark of a reference. */
  toggle(reference: HTMLElement): void;
}

export function createPreviews(page: Document): PreviewControl {
  const card = createCard(page);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Closed by Escape: it stays closed until its reference has been left. */
  let dismissed: HTMLElement | undefined;

  const later = (act: () => void, wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const close = (): void => {
    clearTimeout(timer);
    card.hide();
  };
  const isHeld = (): boolean =>
    card.element.contains(page.activeElement) ||
    card.element.matches(':hover') ||
    card.shownFor?.matches(':hover, :focus-visible') === true;
  const closeUnlessHeld = (): void =>
    later(() => {
      if (!isHeld()) card.hide();
    }, CLOSE_AFTER);
  const open = (reference: HTMLElement, at?: Point): void => {
    if (reference === dismissed) return;
    dismissed = undefined;
    if (reference === card.shownFor) return clearTimeout(timer);
    later(
      () => {
        if (reference.matches(':hover, :focus-visible')) void card.show(reference, at);
      },
      card.shownFor ? CHANGE_AFTER : OPEN_AFTER,
    );
  };

  page.addEventListener('pointerout', (event) => {
    const to = event.relatedTarget as Element | null;
    if (event.pointerType === 'touch') return;
    if (dismissed && !dismissed.contains(to)) dismissed = undefined;
    if (to && (card.element.contains(to) || card.shownFor?.contains(to))) clearTimeout(timer);
    else if (!to?.closest('a[data-ref]')) closeUnlessHeld();
  });
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (target === dismissed) dismissed = undefined;
    if (!card.element.contains(relatedTarget as Node | null) && relatedTarget !== card.shownFor)
      closeUnlessHeld();
  });
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && card.shownFor) {
      // Only the card closes, and nothing below it.
      event.preventDefault();
      dismissed = card.shownFor;
      if (card.element.contains(page.activeElement)) card.shownFor.focus();
      close();
    } else if (event.key === 'Tab') walk(event, card.element, card.shownFor, close);
  });
  // A tap beside the card, or following a link, ends it.
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

/** The links of the card come after its reference and before what follows it, as if the card stood there. */
function walk(
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
    // From the reference the browser goes on to what follows it.
    reference.focus();
    close();
  }
}
