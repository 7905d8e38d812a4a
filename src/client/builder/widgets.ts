/** The form field of one variable: reads and writes its value and shows its problems. */
import { make } from '../element.ts';
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
  const marks = element.querySelectorAll<HTMLElement>('[data-changed], [data-reset]');
  const state = element.querySelector('.switch-state');
  const [control] = controls;
  for (const each of controls) each.addEventListener('input', () => onInput(readValue(field, controls)));
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
      writeValue(field, controls, value);
      if (slider) slider.value = value;
      if (state) state.textContent = value;
      for (const mark of marks) mark.hidden = value === field.default;
      element.toggleAttribute('data-is-changed', value !== field.default);
    },
    showProblems: (problems) => showProblems(element, controls, problems),
  };
}

/** A field has one control, or one checkbox for each option of a list. */
function readValue({ kind }: Field, controls: readonly Control[]): string {
  const [control] = controls;
  switch (kind) {
    case 'list-multiple':
      return controls
        .filter((box) => (box as HTMLInputElement).checked)
        .map((box) => box.value)
        .join(',');
    case 'boolean':
      return (control as HTMLInputElement).checked ? 'YES' : 'NO';
    default:
      return control.value;
  }
}

function writeValue({ kind }: Field, controls: readonly Control[], value: string): void {
  const control = controls.at(0);
  if (kind === 'list-multiple')
    for (const box of controls) (box as HTMLInputElement).checked = value.split(',').includes(box.value);
  else if (kind === 'boolean') (control as HTMLInputElement).checked = value === 'YES';
  else if (control && control.value !== value) control.value = value;
}

function showProblems(
  element: HTMLElement,
  controls: readonly Control[],
  problems: readonly Problem[],
): void {
  const list = element.querySelector<HTMLElement>('.field-problems')!;
  const items = problems.map((problem) => problemItem(problem));
  // An unchanged list is not written again, because screen readers would read it again.
  if (list.innerHTML === items.map((item) => item.outerHTML).join('')) return;
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
  const isInvalid = problems.some(({ severity }) => severity === 'error');
  for (const each of controls) each.setAttribute('aria-invalid', String(isInvalid));
  element.dataset.worst = problems[0]?.severity ?? '';
}

/** @param before inserted between the severity and the text */
export function problemItem({ severity, text, source }: Problem, before?: Node): HTMLLIElement {
  return make(
    'li',
    { class: `field-problem field-problem-${severity}` },
    make('strong', {}, `${SEVERITY_LABELS[severity]}:`),
    ' ',
    ...(before ? [before, ' '] : []),
    text,
    ...(source ? [' ', make('a', { href: source.url }, source.label)] : []),
  );
}
