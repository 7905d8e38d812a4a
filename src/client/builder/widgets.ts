/** The form field of one variable: reads and writes its value and shows its problems. */
import type { Problem } from './check.ts';
import type { Severity } from '../../payloads/builder/rules.ts';
import type { Field } from '../../payloads/builder/data.ts';

export interface Widget {
  field: Field;
  element: HTMLElement;
  /** Shows a value. Does not touch a control that already has it. */
  write(value: string): void;
  showProblems(problems: readonly Problem[]): void;
  /** The element to focus for this field; undefined for a value that cannot be changed. */
  control: HTMLElement | undefined;
}

const SEVERITY_LABELS: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  ignored: 'Ignored',
  note: 'Note',
};

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** @param onInput called with every value that is entered */
export function createWidget(element: HTMLElement, field: Field, onInput: (value: string) => void): Widget {
  const controls = [...element.querySelectorAll<Control>('[data-value]')];
  const slider = element.querySelector<HTMLInputElement>('[data-slider]');
  const problemList = element.querySelector<HTMLElement>('.field-problems')!;
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
  for (const each of controls) each.addEventListener('input', () => onInput(read()));
  slider?.addEventListener('input', () => onInput(slider.value));
  element.querySelector('[data-reset]')?.addEventListener('click', () => {
    onInput(field.default);
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
    showProblems(problems) {
      const items = problems.map((problem) => problemItem(problem, element.ownerDocument));
      // An unchanged list is not written again, because screen readers would read it again.
      if (problemList.innerHTML === items.map((item) => item.outerHTML).join('')) return;
      problemList.replaceChildren(...items);
      problemList.hidden = items.length === 0;
      const isInvalid = problems.some(({ severity }) => severity === 'error');
      for (const each of controls) each.setAttribute('aria-invalid', String(isInvalid));
      element.dataset.worst = problems[0]?.severity ?? '';
    },
  };
}

/** @param before inserted between the severity and the text */
export function problemItem(
  { severity, text, source }: Problem,
  page: Document,
  before?: Node,
): HTMLLIElement {
  const item = page.createElement('li');
  item.className = `field-problem field-problem-${severity}`;
  const label = page.createElement('strong');
  label.textContent = `${SEVERITY_LABELS[severity]}:`;
  item.append(label, ' ', ...(before ? [before, ' '] : []), text);
  if (source)
    item.append(' ', Object.assign(page.createElement('a'), { href: source.url, textContent: source.label }));
  return item;
}
