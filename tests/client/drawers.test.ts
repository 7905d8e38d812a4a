import { describe, expect, it } from 'vitest';
import { showCurrentDocument } from '../../src/client/drawers.ts';

/** A page with a drawer of 400 px whose current entry stands at `top` of the window. */
function pageWith({ top, height = 400 }: { top: number; height?: number }) {
  const shape = { height };
  const current = {
    getBoundingClientRect: () => ({ top: top - drawer.scrollTop, bottom: top - drawer.scrollTop + 30 }),
  };
  const drawer = Object.assign(new EventTarget(), {
    scrollTop: 0,
    querySelector: (selector: string) => (selector === '[aria-current]' ? current : null),
    getBoundingClientRect: () => ({ top: 50, bottom: 50 + shape.height, height: shape.height }),
  });
  const page = {
    getElementById: (id: string) => (id === 'site-drawer' ? drawer : null),
  } as unknown as Document;
  return { page, drawer, shape, current };
}

describe('the list of documents', () => {
  it('scrolls to the document that is read', () => {
    const { page, drawer, current } = pageWith({ top: 900 });
    showCurrentDocument(page);
    expect(drawer.scrollTop).toBe(650);
    expect(current.getBoundingClientRect().top).toBeGreaterThan(50);
    expect(current.getBoundingClientRect().bottom).toBeLessThan(450);
  });

  it('stays where the document is in view already', () => {
    const { page, drawer } = pageWith({ top: 200 });
    showCurrentDocument(page);
    expect(drawer.scrollTop).toBe(0);
  });

  it('scrolls when a closed drawer opens, not before', () => {
    const { page, drawer, shape } = pageWith({ top: 900, height: 0 });
    showCurrentDocument(page);
    expect(drawer.scrollTop).toBe(0);
    shape.height = 400;
    drawer.dispatchEvent(new Event('toggle'));
    expect(drawer.scrollTop).toBe(650);
  });

  it('is left alone on a page that is none of them', () => {
    expect(() =>
      showCurrentDocument({ getElementById: () => ({ querySelector: () => null }) } as unknown as Document),
    ).not.toThrow();
    expect(() => showCurrentDocument({ getElementById: () => null } as unknown as Document)).not.toThrow();
  });
});
