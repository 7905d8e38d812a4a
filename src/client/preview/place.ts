/**
 * Puts a card beside a reference. A library, and not CSS anchors: a reference that breaks across two lines has to be
 * measured at the line that is pointed at, and browsers without anchors are still in use.
 */
import { autoUpdate, computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';

export interface Point {
  x: number;
  y: number;
}

const GAP = 6;
const EDGE = 8;

/** Keeps the card at the reference while the page scrolls. @returns what ends it */
export function placeBeside(reference: Element, card: HTMLElement, at: Point | undefined): () => void {
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  const padding = { top: Math.max(header, 0) + EDGE, right: EDGE, bottom: EDGE, left: EDGE };
  return autoUpdate(reference, card, async () => {
    const { x, y, placement } = await computePosition(reference, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(at),
        offset(GAP),
        flip({ padding, fallbackStrategy: 'bestFit' }),
        shift({ padding }),
        // Higher than the room beside the reference is never: it would cover what it explains.
        size({
          padding,
          apply: ({ availableHeight }) =>
            card.style.setProperty('--room', `${Math.max(96, Math.floor(availableHeight))}px`),
        }),
      ],
    });
    card.dataset.side = placement.split('-')[0];
    card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  });
}
