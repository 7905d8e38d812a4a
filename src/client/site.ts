/** What every page runs: small, and nothing of it needed for reading. */
import { copyButtons } from './copy.ts';
import { markPlace } from './contents.ts';
import { showCurrentDocument } from './drawers.ts';
import { offerKeys } from './keys/keys.ts';
import { offerPins } from './pins/open.ts';
import { offerPreviews, offerUses } from './preview/open.ts';
import { offerSearch } from './search/open.ts';
import { offerThemes } from './theme.ts';

offerThemes(document);
copyButtons(document);
markPlace(document);
showCurrentDocument(document);
offerPreviews(document);
offerUses(document);
offerSearch(document);
offerKeys(document, offerPins(document));
