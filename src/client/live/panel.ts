/** The author's panel with the current findings. It is hidden if there are none. */
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
export function createPanel(page: Document, open: (place: string) => Promise<boolean>): Panel {
  const panel = make('aside', 'live-panel');
  panel.setAttribute('aria-label', 'Findings');
  panel.hidden = true;
  const head = make('button', 'live-panel-head') as HTMLButtonElement;
  head.type = 'button';
  const list = make('ul', 'live-panel-list');
  list.id = 'live-findings';
  head.setAttribute('aria-controls', list.id);
  const status = make('p', 'visually-hidden');
  status.role = 'status';
  panel.append(head, list);
  page.body.append(panel, status);
  let message: LiveMessage | undefined;
  let pageError: string | undefined;
  /** The choice of the author; undefined until there is one. */
  let collapsed: boolean | undefined;

  const collapse = (hidden: boolean): void => {
    list.hidden = hidden;
    head.setAttribute('aria-expanded', String(!hidden));
  };
  const draw = (): void => {
    const lines = [
      ...(pageError === undefined ? [] : [{ severity: 'error' as const, message: pageError }]),
      ...panelLines(message, location.pathname),
    ];
    const focused = page.activeElement instanceof HTMLElement ? page.activeElement.dataset.place : undefined;
    list.replaceChildren(...lines.map((line) => item(line, open)));
    if (focused) list.querySelector<HTMLElement>(`[data-place="${CSS.escape(focused)}"]`)?.focus();
    panel.hidden = lines.length === 0;
    panel.classList.toggle(
      'live-panel-error',
      lines.some(({ severity }) => severity === 'error'),
    );
    const counts = summary(lines);
    if (head.textContent !== counts)
      status.textContent = lines.length === 1 ? `${counts}: ${lines[0].message}` : counts;
    head.textContent = counts;
    // All findings are fixed: the next one expands the panel again.
    if (lines.length === 0) collapsed = undefined;
    collapse(collapsed ?? (lines.length > MAX_UNFOLDED || matchMedia('(width < 62rem)').matches));
  };
  head.addEventListener('click', () => collapse((collapsed = !list.hidden)));
  page.addEventListener('keydown', (event) => {
    if (
      event.key !== 'Escape' ||
      panel.hidden ||
      list.hidden ||
      page.querySelector('dialog[open], :popover-open')
    )
      return;
    const hasFocus = panel.contains(page.activeElement);
    collapse((collapsed = true));
    if (hasFocus) head.focus();
  });
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

function item(
  { severity, message, suggestion, place, rule, anchor }: PanelLine,
  open: (place: string) => Promise<boolean>,
): HTMLElement {
  const line = make('li', `live-finding live-${severity}`);
  const sentence = make('p', 'live-message');
  sentence.append(make('strong', '', severity), ` ${message}`);
  line.append(sentence);
  if (suggestion) line.append(make('p', 'live-suggestion', suggestion));
  const foot = make('p', 'live-place');
  if (place) {
    const button = make('button', '', place) as HTMLButtonElement;
    button.type = 'button';
    button.dataset.place = place;
    button.title = 'Open in the editor';
    button.addEventListener('click', async () => {
      if (!(await open(place))) button.after(make('span', 'live-hint', ' No editor could be opened.'));
    });
    foot.append(button);
  }
  if (anchor) {
    const link = make('a', '', 'Show') as HTMLAnchorElement;
    link.href = anchor;
    foot.append(' ', link);
  }
  if (rule) foot.append(' ', make('span', 'live-rule', rule));
  if (foot.childNodes.length > 0) line.append(foot);
  return line;
}

function make(tag: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
