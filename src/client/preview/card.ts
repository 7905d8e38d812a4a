/** The card: one for the page, in the top layer, filled for the reference that is pointed at. */
import { contentOf } from './content.ts';
import { previewOf } from './data.ts';
import { placeBeside, type Point } from './place.ts';

export interface Card {
  element: HTMLElement;
  /** The reference that the card is open for. */
  readonly shownFor: HTMLElement | undefined;
  /** Opens the card; nothing happens where there is no preview, or when another call has come first. */
  show(reference: HTMLElement, at?: Point): Promise<void>;
  hide(): void;
}

export function createCard(page: Document): Card {
  const element = page.createElement('aside');
  element.id = 'preview';
  element.className = 'preview';
  element.popover = 'manual';
  element.ariaLabel = 'Preview';
  page.body.append(element);
  let shownFor: HTMLElement | undefined;
  let wanted: HTMLElement | undefined;
  let release = (): void => {};

  const hide = (): void => {
    wanted = undefined;
    if (!shownFor) return;
    shownFor.removeAttribute('aria-describedby');
    shownFor = undefined;
    release();
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
      const preview = await previewOf(reference.dataset.ref!);
      if (wanted !== reference || !preview || !reference.isConnected) return;
      hide();
      shownFor = wanted = reference;
      element.replaceChildren(...contentOf(preview));
      element.showPopover();
      element.scrollTop = 0;
      reference.setAttribute('aria-describedby', element.id);
      release = placeBeside(reference, element, at);
    },
  };
}
