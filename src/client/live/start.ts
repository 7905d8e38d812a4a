/** What an open page runs in development, and only there: it follows the author's saves in place. */
import '../../styles/live.css';
import {
  SAVED_EVENT,
  CHANGED_EVENT,
  HELLO_EVENT,
  type LiveMessage,
  type SaveMessage,
} from '../../payloads/live.ts';
import { createPanel } from './panel.ts';
import { createRefresher } from './refresh.ts';

// Vite provides `hot` to modules that name it in full.
if (import.meta.hot) {
  const { hot } = import.meta;
  const panel = createPanel(document, (place) => openInEditor(place));
  const refresh = createRefresher(document);
  let stamp: string | undefined;

  const follow = async (message: SaveMessage): Promise<void> => {
    // The first message is the answer to the hello: it says whether a save came between the page and its script.
    const stale = stamp === undefined ? message.savedAt > performance.timeOrigin : message.stamp !== stamp;
    stamp = message.stamp;
    if (stale) panel.say(await refresh(message));
  };
  hot.on(SAVED_EVENT, (message: SaveMessage) => void follow(message));
  hot.on(CHANGED_EVENT, (message: LiveMessage) => {
    panel.show(message);
    void follow(message);
  });
  hot.send(HELLO_EVENT, {});
}

/** Asks Vite to open the author's editor. @param place "spec/03-….md:120:5" @returns whether it could */
function openInEditor(place: string): Promise<boolean> {
  return fetch(
    `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}__open-in-editor?file=${encodeURIComponent(place)}`,
  ).then(
    (response) => response.ok,
    () => false,
  );
}
