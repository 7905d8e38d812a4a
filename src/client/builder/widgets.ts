/** The widget of one variable: reads, writes and says what is wrong. */
import type { Problem } from './check.ts';
import type { Severity } from '../../payloads/builder/rules.ts';
import type { Field } from '../../payloads/builder/data.ts';

export interface Widget {
  field: Field;
  element: HTMLElement;
  /** Writes a value into the widget, unless it is being typed in. */
  write(value: string): void;
  say(problems: readonly Problem[]): void;
  /** What the browser should focus for this field; undefined for a value that is only shown. */
  control: HTMLElement | undefined;
}

export const SEVERITY_WORDS: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  ignored: 'Ignored',
  note: 'Note',
};

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** @param changed called with every value as it is entered */
export function widgetOf(element: HTMLElement, field: Field, changed: (value: string) => void): Widget {
  const controls = [...element.querySelectorAll<Control>('[data-value]')];
  const slider = element.querySelector<HTMLInputElement>('[data-slider]');
  const said = element.querySelector<HTMLElement>('.field-said')!;
  const marks = element.querySelectorAll<HTMLElement>('[data-changed], [data-reset]');
  const state = element.querySelector('.switch-state');
  const [control] = controls;
  const isChoice = field.kind === 'list-multiple';
  const read = (): string => {
    if (isChoice)
      return controls
        .filter((box) => (box as HTMLInputElement).checked)
        .map((box) => box.value)
        .join(',');
    return field.kind === 'boolean' ? ((control as HTMLInputElement).checked ? 'YES' : 'NO') : control.value;
  };
  for (const one of controls) one.addEventListener('input', () => changed(read()));
  slider?.addEventListener('input', () => changed(slider.value));
  element.querySelector('[data-reset]')?.addEventListener('click', () => {
    changed(field.default);
    control?.focus();
  });
  return {
    field,
    element,
    control,
    write(value) {
      if (isChoice)
        for (const box of controls) (box as HTMLInputElement).checked = value.split(',').includes(box.value);
      else if (field.kind === 'boolean') (control as HTMLInputElement).checked = value === 'YES';
      else if (control && control.value !== value) control.value = value;
      if (slider) slider.value = value;
      if (state) state.textContent = value;
      for (const mark of marks) mark.hidden = value === field.default;
      element.toggleAttribute('data-is-changed', value !== field.default);
    },
    say(problems) {
      const texts = problems.map((problem) => problemItem(problem, element.ownerDocument));
      // A list that says the same is left alone: it would be read out again.
      if (said.innerHTML === texts.map((item) => item.outerHTML).join('')) return;
      said.replaceChildren(...texts);
      said.hidden = texts.length === 0;
      const isWrong = problems.some(({ severity }) => severity === 'error');
      for (const one of controls) one.setAttribute('aria-invalid', String(isWrong));
      element.dataset.worst = problems[0]?.severity ?? '';
    },
  };
}

/** @param before what stands between the severity and the text */
export function problemItem(
  { severity, text, source }: Problem,
  page: Document,
  before?: Node,
): HTMLLIElement {
  const item = page.createElement('li');
  item.className = `said said-${severity}`;
  const word = page.createElement('strong');
  word.textContent = `${SEVERITY_WORDS[severity]}:`;
  item.append(word, ' ', ...(before ? [before, ' '] : []), text);
  if (source)
    item.append(' ', Object.assign(page.createElement('a'), { href: source.url, textContent: source.label }));
  return item;
}
