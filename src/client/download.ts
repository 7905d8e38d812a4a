const URL_LIFETIME_MS = 1000;

/** Offers a text or other content as a file to download. */
export function downloadFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download starts only after the click event, so the URL must stay valid for some seconds.
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFETIME_MS);
}
