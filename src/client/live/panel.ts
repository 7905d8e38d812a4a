/** The author's panel with the current findings. It is hidden if there are none. */
import { make } from '../element.ts';
import type { LiveMessage } from '../../payloads/live.ts';
import { panelLines, summary, type PanelLine } from './panel-lines.ts';

/** The panel starts collapsed if there are more findings than this, and always on a small screen. */
const MAX_UNFOLDED = 3;

export interface Panel {
  /** Shows the findings of a message, and clears the error of the page. */
  show(message: LiveMessage): void;
  /** Shows an error of the page itself until the next message; undefined clears it. */
  showPageError(error: string | undefined): void;
}

/** @param open opens the author's editor at "file:line:column" and returns false if it cannot */
type OpenInEditor = (place: string) => Promise<boolean>;

export function createPanel(page: Document, open: OpenInEditor): Panel {
  const elements = createElements();
  page.body.append(elements.panel, elements.status);
  const folding = createFolding(page, elements);
  let message: LiveMessage | undefined;
  let pageError: string | undefined;

  const draw = (): void => {
    const lines = [
      ...(pageError === undefined ? [] : [{ severity: 'error' as const, message: pageError }]),
      ...panelLines(message, location.pathname),
    ];
    showLines(elements, lines, open);
    folding.update(lines.length);
  };
  return {
    show(next) {
      message = next;
      pageError = undefined;
      draw();
    },
    showPageError(next) {
      if (next === pageError) return;
      pageError = next;
      draw();
    },
  };
}

interface PanelElements {
  panel: HTMLElement;
  /** The button that shows the counts and expands or collapses the list. */
  head: HTMLButtonElement;
  list: HTMLElement;
  /** Announces changed counts to screen readers. */
  status: HTMLElement;
}

function createElements(): PanelElements {
  const list = make('ul', { class: 'live-panel-list', id: 'page:findings' });
  const head = make('button', { type: 'button', class: 'live-panel-head', 'aria-controls': list.id });
  const panel = make('aside', { class: 'live-panel', 'aria-label': 'Findings', hidden: true }, head, list);
  const status = make('p', { class: 'visually-hidden', role: 'status' });
  return { panel, head, list, status };
}

/** Expands and collapses the list: by the choice of the author, or else by the number of findings. */
function createFolding(page: Document, { panel, head, list }: PanelElements) {
  /** The choice of the author; undefined until there is one. */
  let collapsed: boolean | undefined;
  const collapse = (hidden: boolean): void => {
    list.hidden = hidden;
    head.setAttribute('aria-expanded', String(!hidden));
  };
  head.addEventListener('click', () => collapse((collapsed = !list.hidden)));
  page.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || panel.hidden || list.hidden || isOverlaid(page)) return;
    const hasFocus = panel.contains(page.activeElement);
    collapse((collapsed = true));
    if (hasFocus) head.focus();
  });
  return {
    update(findings: number): void {
      // All findings are fixed: the next one expands the panel again.
      if (findings === 0) collapsed = undefined;
      collapse(collapsed ?? (findings > MAX_UNFOLDED || matchMedia('(width < 62rem)').matches));
    },
  };
}

/** Whether a dialog or popover is open above the page: Escape closes it first. */
function isOverlaid(page: Document): boolean {
  return page.querySelector('dialog[open], :popover-open') !== null;
}

function showLines(
  { panel, head, list, status }: PanelElements,
  lines: readonly PanelLine[],
  open: OpenInEditor,
): void {
  const active = panel.ownerDocument.activeElement;
  const focused = active instanceof HTMLElement ? active.dataset.place : undefined;
  list.replaceChildren(...lines.map((line) => lineItem(line, open)));
  if (focused) list.querySelector<HTMLElement>(`[data-place="${CSS.escape(focused)}"]`)?.focus();
  panel.hidden = lines.length === 0;
  const hasErrors = lines.some(({ severity }) => severity === 'error');
  panel.classList.toggle('live-panel-error', hasErrors);
  const isInformation = lines.every(({ severity }) => severity === 'information');
  panel.classList.toggle('live-panel-information', isInformation);
  const counts = summary(lines);
  if (head.textContent !== counts)
    status.textContent = lines.length === 1 ? `${counts}: ${lines[0].message}` : counts;
  head.textContent = counts;
}

function lineItem(
  { severity, message, suggestion, place, rule, anchor }: PanelLine,
  open: OpenInEditor,
): HTMLElement {
  const foot = make(
    'p',
    { class: 'live-place' },
    place ? placeButton(place, open) : undefined,
    ...(anchor ? [' ', make('a', { href: anchor }, 'Show')] : []),
    ...(rule ? [' ', make('span', { class: 'live-rule' }, rule)] : []),
  );
  return make(
    'li',
    { class: `live-finding live-${severity}` },
    make('p', { class: 'live-message' }, make('strong', {}, severity), ` ${message}`),
    suggestion ? make('p', { class: 'live-suggestion' }, suggestion) : undefined,
    foot.hasChildNodes() ? foot : undefined,
  );
}

function placeButton(place: string, open: OpenInEditor): HTMLButtonElement {
  const element = make('button', { type: 'button', title: 'Open in the editor', 'data-place': place }, place);
  element.addEventListener('click', async () => {
    if (!(await open(place)))
      element.after(make('span', { class: 'live-hint' }, ' No editor could be opened.'));
  });
  return element;
}
