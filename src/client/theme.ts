/** Shows the theme button and lets it switch between light and dark. The choice is stored. */
export function mountThemeButton(page: Document): void {
  const root = page.documentElement;
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-theme-toggle]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const shown =
        root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
      root.dataset.theme = shown === 'dark' ? 'light' : 'dark';
      try {
        localStorage.setItem('theme', root.dataset.theme);
      } catch {
        // Storage may be forbidden. The choice is then lost with the page.
      }
    });
  }
}
