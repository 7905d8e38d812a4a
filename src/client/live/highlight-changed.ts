/** Highlights for some seconds what a save has changed. */

const HIGHLIGHT_MS = 4000;
/** The smallest block around a change is highlighted. */
const BLOCK = 'p, li, tr, dt, dd, pre, h1, h2, h3, h4, summary, figcaption';
/** An added element with several blocks is highlighted as a whole. */
const CONTAINERS = 'section, article, div, ul, ol, table, details, nav';

export function highlightChanged(changed: ReadonlySet<Element>): void {
  const blocks = new Set(
    [...changed]
      .filter((element) => element.isConnected && element.closest('main'))
      .map((element) => (element.matches(CONTAINERS) ? element : (element.closest(BLOCK) ?? element))),
  );
  for (const block of blocks) {
    // The block around it is highlighted already.
    if ([...blocks].some((other) => other !== block && other.contains(block))) continue;
    block.animate(keyframes(), { duration: HIGHLIGHT_MS, easing: 'ease-in' });
  }
}

/** The highlight fades out, or disappears at once if reduced motion is preferred. An animation does not change the page itself. */
function keyframes(): Keyframe[] {
  const visible = { backgroundColor: 'var(--mark)', outline: '2px solid var(--mark)' };
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return [visible, visible];
  return [
    visible,
    { ...visible, offset: 0.4 },
    { backgroundColor: 'transparent', outline: '2px solid transparent' },
  ];
}
