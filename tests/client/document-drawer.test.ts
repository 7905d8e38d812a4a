import { describe, expect, it } from 'vitest';
import { scrollToCurrentDocument } from '../../src/client/document-drawer.ts';

/** A page with a drawer of 400 px whose current entry is at `top` of the window. */
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
    getElementById: (id: string) => (id === 'page:documents' ? drawer : null),
  } as unknown as Document;
  return { page, drawer, shape, current };
}

describe('the list of documents', () => {
  it('scrolls to the current document', () => {
    const { page, drawer, current } = pageWith({ top: 900 });
    scrollToCurrentDocument(page);
    expect(drawer.scrollTop).toBe(650);
    expect(current.getBoundingClientRect().top).toBeGreaterThan(50);
    expect(current.getBoundingClientRect().bottom).toBeLessThan(450);
  });

  it('does not scroll if the current document is visible', () => {
    const { page, drawer } = pageWith({ top: 200 });
    scrollToCurrentDocument(page);
    expect(drawer.scrollTop).toBe(0);
  });

  it('scrolls only when a closed drawer opens', () => {
    const { page, drawer, shape } = pageWith({ top: 900, height: 0 });
    scrollToCurrentDocument(page);
    expect(drawer.scrollTop).toBe(0);
    shape.height = 400;
    drawer.dispatchEvent(new Event('toggle'));
    expect(drawer.scrollTop).toBe(650);
  });

  it('does nothing on a page that is not a document', () => {
    expect(() =>
      scrollToCurrentDocument({
        getElementById: () => ({ querySelector: () => null }),
      } as unknown as Document),
    ).not.toThrow();
    expect(() =>
      scrollToCurrentDocument({ getElementById: () => null } as unknown as Document),
    ).not.toThrow();
  });
});
