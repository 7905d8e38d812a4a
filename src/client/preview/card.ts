/** The preview card. A page has one, in the top layer; it is filled for each reference. */
import { cardContent } from './card-content.ts';
import { fetchPreview } from './fetch-preview.ts';
import { positionBeside, type Point } from './position.ts';

export interface Card {
  element: HTMLElement;
  /** The reference that the card is open for. */
  readonly shownFor: HTMLElement | undefined;
  /** Opens the card. Does nothing if there is no preview, or if another call came in the meantime. */
  show(reference: HTMLElement, at?: Point): Promise<void>;
  hide(): void;
}

export function createCard(page: Document): Card {
  const element = page.createElement('aside');
  element.id = 'page:preview';
  element.className = 'preview';
  element.popover = 'manual';
  element.ariaLabel = 'Preview';
  page.body.append(element);
  let shownFor: HTMLElement | undefined;
  let wanted: HTMLElement | undefined;
  let stopPositioning = (): void => {};

  const hide = (): void => {
    wanted = undefined;
    if (!shownFor) return;
    shownFor.removeAttribute('aria-describedby');
    shownFor = undefined;
    stopPositioning();
    element.hidePopover();
  };
  return {
    element,
    get shownFor() {
      return shownFor;
    },
    hide,
    async show(reference, at) {
      wanted = reference;
      const preview = await fetchPreview(reference.dataset.ref!);
      if (wanted !== reference || !preview || !reference.isConnected) return;
      hide();
      shownFor = wanted = reference;
      element.replaceChildren(...cardContent(preview));
      element.showPopover();
      element.scrollTop = 0;
      reference.setAttribute('aria-describedby', element.id);
      stopPositioning = positionBeside(reference, element, at);
    },
  };
}
