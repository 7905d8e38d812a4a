/** A reader with a task, who may take only so many steps. */
import type { Locator, Page } from './site-test.ts';

/** A click, a tap, a key and a text that is typed are one step each. Looking and scrolling are none. */
export class Reader {
  readonly page: Page;
  readonly allowed: number;
  #steps = 0;

  constructor(page: Page, allowed: number) {
    this.page = page;
    this.allowed = allowed;
  }

  async clicks(target: Locator): Promise<void> {
    this.#step(`click on ${target}`);
    await target.click();
  }

  async taps(target: Locator): Promise<void> {
    this.#step(`tap on ${target}`);
    await target.tap();
  }

  async presses(key: string): Promise<void> {
    this.#step(key);
    await this.page.keyboard.press(key);
  }

  /** The key of the browser for "back" does nothing in a browser without a window. */
  async goesBack(): Promise<void> {
    this.#step('back');
    await this.page.goBack();
  }

  async chooses(target: Locator, option: string): Promise<void> {
    this.#step(`choose ${option}`);
    await target.selectOption(option);
  }

  /** Types into what has the focus. */
  async types(text: string): Promise<void> {
    this.#step(`type "${text}"`);
    await this.page.keyboard.type(text);
  }

  /** Presses a key until an element has the focus; each press is a step. */
  async pressesUntilFocused(key: string, target: Locator): Promise<void> {
    do await this.presses(key);
    while (!(await target.evaluate((element) => element === document.activeElement)));
  }

  /** @throws when the step is one too many */
  #step(what: string): void {
    this.#steps += 1;
    if (this.#steps > this.allowed)
      throw new Error(`step ${this.#steps} of ${this.allowed} allowed steps: ${what}`);
  }
}
