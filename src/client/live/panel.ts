/** The author's panel: what is wrong now, and where. Nothing to see while nothing is. */
import type { LiveMessage } from '../../payloads/live.ts';
import { panelLines, summary, type PanelLine } from './panel-lines.ts';

/** More findings than that are first shown as their number; on a phone all are. */
const MOST_UNFOLDED = 3;

export interface Panel {
  /** Shows the findings of a state. */
  show(message: LiveMessage): void;
  /** Shows a fault of the page itself until the next state; undefined takes it away. */
  say(fault: string | undefined): void;
}

/** @param open opens the author's editor at "file:line:column"; false when it cannot */
export function createPanel(page: Document, open: (place: string) => Promise<boolean>): Panel {
  const panel = make('aside', 'live-panel');
  panel.setAttribute('aria-label', 'Findings');
  panel.hidden = true;
  const head = make('button', 'live-panel-head') as HTMLButtonElement;
  head.type = 'button';
  const list = make('ul', 'live-panel-list');
  list.id = 'live-findings';
  head.setAttribute('aria-controls', list.id);
  const said = make('p', 'visually-hidden');
  said.role = 'status';
  panel.append(head, list);
  page.body.append(panel, said);
  let message: LiveMessage | undefined;
  let fault: string | undefined;
  let folded: boolean | undefined;

  const fold = (closed: boolean): void => {
    list.hidden = closed;
    head.setAttribute('aria-expanded', String(!closed));
  };
  const draw = (): void => {
    const lines = [
      ...(fault === undefined ? [] : [{ severity: 'error' as const, message: fault }]),
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
    const words = summary(lines);
    if (head.textContent !== words)
      said.textContent = lines.length === 1 ? `${words}: ${lines[0].message}` : words;
    head.textContent = words;
    // Mended: the next finding unfolds again.
    if (lines.length === 0) folded = undefined;
    fold(folded ?? (lines.length > MOST_UNFOLDED || matchMedia('(width < 62rem)').matches));
  };
  head.addEventListener('click', () => fold((folded = !list.hidden)));
  page.addEventListener('keydown', (event) => {
    if (
      event.key !== 'Escape' ||
      panel.hidden ||
      list.hidden ||
      page.querySelector('dialog[open], :popover-open')
    )
      return;
    const within = panel.contains(page.activeElement);
    fold((folded = true));
    if (within) head.focus();
  });
  return {
    show(next) {
      message = next;
      fault = undefined;
      draw();
    },
    say(next) {
      if (next === fault) return;
      fault = next;
      draw();
    },
  };
}

function item(
  { severity, message, suggestion, place, rule, here }: PanelLine,
  open: (place: string) => Promise<boolean>,
): HTMLElement {
  const line = make('li', `live-finding live-${severity}`);
  const words = make('p', 'live-message');
  words.append(make('strong', '', severity), ` ${message}`);
  line.append(words);
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
  if (here) {
    const link = make('a', '', 'Show') as HTMLAnchorElement;
    link.href = here;
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
