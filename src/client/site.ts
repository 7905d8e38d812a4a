/** The script of every page. It is small, and pages can be read without it. */
import { mountContentsFilter } from './contents-filter.ts';
import { mountCopyButtons } from './copy-buttons.ts';
import { markCurrentSection } from './table-of-contents.ts';
import { scrollToCurrentDocument } from './document-drawer.ts';
import { leadToCurrentSection } from './graph-link.ts';
import { mountOpenAll } from './open-all.ts';
import { mountShortcuts } from './keys/shortcuts.ts';
import { mountPins } from './pins/mount.ts';
import { mountPreviews, mountUses } from './preview/mount.ts';
import { keepFocusForReturn } from './return-focus.ts';
import { mountSearch } from './search/mount.ts';
import { mountThemeButton } from './theme.ts';

mountThemeButton(document);
mountCopyButtons(document);
markCurrentSection(document);
mountContentsFilter(document);
mountOpenAll(document);
scrollToCurrentDocument(document);
leadToCurrentSection(document);
keepFocusForReturn(document);
mountPreviews(document);
mountUses(document);
mountSearch(document);
mountShortcuts(document, mountPins(document));
