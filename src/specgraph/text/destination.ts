/** Destinations of links as they can be written in Markdown and in HTML, in a table and in angle brackets as well. */

/** Characters without a special meaning in Markdown, in HTML and in the path of a URL. */
const SAFE_IN_PATH = /[A-Za-z0-9\-._~/+@=;!]/;
/** Characters that a whole URL may contain as well. `%` is kept, because the text is already encoded. */
const SAFE_IN_URL = /[A-Za-z0-9\-._~/+@=;!%#?:,&]/;
const ENTITY = /&(?=#?\w+;)/g;

/** The path of a file as part of a URL: "my folder/C#.md" gives "my%20folder/C%23.md". */
export function encodePath(path: string): string {
  return encodeExcept(path, SAFE_IN_PATH);
}

/** Encodes the characters of a URL that would end the destination of a link: "b(1.md#x" gives "b%281.md#x". */
export function encodeUrl(url: string): string {
  return encodeExcept(url, SAFE_IN_URL).replace(ENTITY, '&amp;');
}

function encodeExcept(text: string, safe: RegExp): string {
  return text.replace(/[\0-\x7F]|[\p{Z}\p{Cc}\p{Cf}]/gu, (sign) =>
    safe.test(sign) ? sign : encodeSign(sign),
  );
}

/** Unlike encodeURIComponent, it also encodes ! ' ( ) *. */
function encodeSign(sign: string): string {
  const encoded = encodeURIComponent(sign);
  return encoded === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
