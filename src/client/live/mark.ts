/** Shows for some seconds what a save has changed. */

const SECONDS = 4;
/** Where a mark is drawn: the smallest block around the words. */
const BLOCK = 'p, li, tr, dt, dd, pre, h1, h2, h3, h4, summary, figcaption';
/** New parts with many blocks are marked as they are. */
const CONTAINERS = 'section, article, div, ul, ol, table, details, nav';

export function markChanged(changed: ReadonlySet<Element>): void {
  const blocks = new Set(
    [...changed]
      .filter((element) => element.isConnected && element.closest('main'))
      .map((element) => (element.matches(CONTAINERS) ? element : (element.closest(BLOCK) ?? element))),
  );
  for (const block of blocks) {
    // A mark inside a marked block would say the same twice.
    if ([...blocks].some((other) => other !== block && other.contains(block))) continue;
    block.animate(frames(), { duration: SECONDS * 1000, easing: 'ease-in' });
  }
}

/** A mark that fades; where motion is unwanted one that stands and is gone. An animation leaves no trace in the page. */
function frames(): Keyframe[] {
  const seen = { backgroundColor: 'var(--mark)', outline: '2px solid var(--mark)' };
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return [seen, seen];
  return [
    seen,
    { ...seen, offset: 0.4 },
    { backgroundColor: 'transparent', outline: '2px solid transparent' },
  ];
}
