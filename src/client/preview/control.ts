/**
 * Decides when the preview card opens and closes. It opens after a short stay on a reference and closes after pointer
 * and focus have left both the reference and the card (WCAG 1.4.13).
 */
import { createCard, type Card } from './card.ts';
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

/** What the listeners of the page may do with the card. */
interface CardActions {
  card: Card;
  close(): void;
  closeUnlessInUse(): void;
  /** Keeps the card open although it was about to close. */
  keepOpen(): void;
  /** The reference whose card was closed by Escape: the card stays closed until the reference is left. */
  dismissed: HTMLElement | undefined;
}

export function createPreviewControl(page: Document): PreviewControl {
  const card = createCard(page);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (action: () => void, delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const actions: CardActions = {
    card,
    dismissed: undefined,
    keepOpen: () => clearTimeout(timer),
    close() {
      clearTimeout(timer);
      card.hide();
    },
    closeUnlessInUse: () =>
      schedule(() => {
        if (!isInUse(card, page)) card.hide();
      }, CLOSE_AFTER_MS),
  };
  const open = (reference: HTMLElement, at?: Point): void => {
    if (reference === actions.dismissed) return;
    actions.dismissed = undefined;
    if (reference === card.shownFor) return clearTimeout(timer);
    schedule(
      () => {
        if (reference.matches(':hover, :focus-visible')) void card.show(reference, at);
      },
      card.shownFor ? SWITCH_AFTER_MS : OPEN_AFTER_MS,
    );
  };
  closeWhenLeft(page, actions);
  handleKeys(page, actions);
  closeWithPage(page, actions);
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

function isInUse(card: Card, page: Document): boolean {
  return (
    card.element.contains(page.activeElement) ||
    card.element.matches(':hover') ||
    card.shownFor?.matches(':hover, :focus-visible') === true
  );
}

function closeWhenLeft(page: Document, actions: CardActions): void {
  const { card } = actions;
  page.addEventListener('pointerout', (event) => {
    const to = event.relatedTarget as Element | null;
    if (event.pointerType === 'touch') return;
    if (actions.dismissed && !actions.dismissed.contains(to)) actions.dismissed = undefined;
    if (to && (card.element.contains(to) || card.shownFor?.contains(to))) actions.keepOpen();
    else if (!to?.closest('a[data-ref]')) actions.closeUnlessInUse();
  });
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (target === actions.dismissed) actions.dismissed = undefined;
    if (!card.element.contains(relatedTarget as Node | null) && relatedTarget !== card.shownFor)
      actions.closeUnlessInUse();
  });
}

function handleKeys(page: Document, actions: CardActions): void {
  const { card, close } = actions;
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && card.shownFor) {
      // Escape closes only the card, nothing that is open below it.
      event.preventDefault();
      actions.dismissed = card.shownFor;
      if (card.element.contains(page.activeElement)) card.shownFor.focus();
      close();
    } else if (event.key === 'Tab') moveFocusThroughCard(event, card.element, card.shownFor, close);
  });
}

/** Closes the card after a tap outside of it or on a link, and when its reference scrolls away or the page changes. */
function closeWithPage(page: Document, { card, close }: CardActions): void {
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
  const index = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (index < 0 && document.activeElement === reference && !event.shiftKey) {
    event.preventDefault();
    links[0]?.focus();
  } else if (index === 0 && event.shiftKey) {
    event.preventDefault();
    reference.focus();
  } else if (index === links.length - 1 && index >= 0 && !event.shiftKey) {
    // The browser moves the focus on from the reference to the element after it.
    reference.focus();
    close();
  }
}
