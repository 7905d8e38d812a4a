/**
 * Positions a card beside a reference. It uses a library instead of CSS anchor positioning: a reference that wraps onto
 * two lines has to be measured at the line under the pointer, and some browsers in use do not support anchors.
 */
import { autoUpdate, computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';

export interface Point {
  x: number;
  y: number;
}

/** Distance between the reference and the card. */
const GAP_PX = 6;
/** Least distance between the card and the edges of the window. */
const MARGIN_PX = 8;
const MIN_HEIGHT_PX = 96;

/** Keeps the card beside the reference while the page scrolls. @returns a function that stops it */
export function positionBeside(reference: Element, card: HTMLElement, at: Point | undefined): () => void {
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  const padding = {
    top: Math.max(header, 0) + MARGIN_PX,
    right: MARGIN_PX,
    bottom: MARGIN_PX,
    left: MARGIN_PX,
  };
  return autoUpdate(reference, card, async () => {
    const { x, y, placement } = await computePosition(reference, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(at),
        offset(GAP_PX),
        flip({ padding, fallbackStrategy: 'bestFit' }),
        shift({ padding }),
        // The card must not be higher than the space beside the reference, or it would cover the reference.
        size({
          padding,
          apply: ({ availableHeight }) =>
            card.style.setProperty('--room', `${Math.max(MIN_HEIGHT_PX, Math.floor(availableHeight))}px`),
        }),
      ],
    });
    card.dataset.side = placement.split('-')[0];
    card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  });
}
