/** The script of an open page in development: it updates the page in place after each save of the author. */
import '../../styles/live.css';
import {
  SAVED_EVENT,
  CHANGED_EVENT,
  EDITOR_TOKEN,
  EDITOR_TOKEN_HEADER,
  HELLO_EVENT,
  type Hello,
  type LiveMessage,
  type SaveMessage,
} from '../../payloads/live.ts';
import { createPanel } from './panel.ts';
import { createRefresher } from './refresh.ts';

// Vite provides `hot` only to modules that contain the text `import.meta.hot`.
if (import.meta.hot) {
  const { hot } = import.meta;
  const panel = createPanel(document, (place) => openInEditor(place));
  const { refresh, refreshArticle } = createRefresher(document);
  let stamp: string | undefined;
  const shown = document.querySelector<HTMLElement>('[data-document]')?.dataset.document || undefined;

  const follow = async (message: SaveMessage): Promise<void> => {
    // The first message is the answer to the hello. It tells whether a file was saved after the page was requested.
    const isStale = stamp === undefined ? message.savedAt > performance.timeOrigin : message.stamp !== stamp;
    stamp = message.stamp;
    if (isStale) panel.showPageError(await refresh(message));
  };
  hot.on(SAVED_EVENT, (message: SaveMessage) => {
    const article = shown === undefined ? undefined : message.articles?.[shown];
    // The rest of the page follows with the findings.
    const isAhead = article !== undefined && message.before === stamp && refreshArticle(article);
    if (!isAhead) void follow(message);
  });
  hot.on(CHANGED_EVENT, (message: LiveMessage) => {
    panel.show(message);
    void follow(message);
  });
  hot.send(HELLO_EVENT, { document: shown } satisfies Hello);
}

/** Asks Vite to open the author's editor. @param place "spec/03-….md:120:5" @returns whether it could */
function openInEditor(place: string): Promise<boolean> {
  return fetch(
    `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}__open-in-editor?file=${encodeURIComponent(place)}`,
    {
      method: 'POST',
      headers: { [EDITOR_TOKEN_HEADER]: (window as { [EDITOR_TOKEN]?: string })[EDITOR_TOKEN] ?? '' },
    },
  ).then(
    (response) => response.ok,
    () => false,
  );
}
