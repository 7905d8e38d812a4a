/** Mounts the context builder. Its one state is shown in the form, the checks, the result and the URL. */
import { check, type Problem } from './check.ts';
import { secretsLeftOut, describesState, readLink, writeLink } from './link.ts';
import { createFieldList } from './field-list.ts';
import { createResultPanel } from './result-panel.ts';
import { initialState, valueOf, withValue, type State } from './state.ts';
import type { BuilderData, Field } from '../../payloads/builder/data.ts';
import { createWidget, type Widget } from './widgets.ts';

const MAX_REJECTED_LETTERS = 300;

export function mountBuilder(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#builder');
  const source = page.querySelector('#builder-data');
  if (!form || !source) return;
  const data = JSON.parse(source.textContent) as BuilderData;
  let state = initialState(data);

  const widgets = createWidgets(form, data, (field, value) => set(withValue(state, field, value)));
  const list = createFieldList(form, data, widgets);
  const goTo = (name: string): void => {
    list.clear();
    const widget = widgets.find(({ field }) => field.name === name);
    widget?.element.scrollIntoView({ block: 'center' });
    widget?.control?.focus({ preventScroll: true });
  };
  const result = createResultPanel(page, data, goTo);
  const show = (): void => {
    const problems = check(data, state);
    showFields(widgets, state, problems);
    showChoices(form, data, state);
    list.show(state);
    result.show(state, problems, secretsLeftOut(data, state));
  };
  const set = (next: State): void => {
    state = next;
    // The URL of the initial state has no fragment, not even an empty one.
    history.replaceState(history.state, '', location.pathname + location.search + writeLink(data, state));
    show();
  };
  const readFromUrl = (): void => {
    if (!describesState(location.hash)) return;
    const read = readLink(data, location.hash);
    state = read.state;
    showRejected(form, read.rejected);
    show();
    if (read.linkedField) goTo(read.linkedField);
  };

  handleChoices(form, data, (change) => set(change(state)));
  addEventListener('hashchange', readFromUrl);
  if (describesState(location.hash)) readFromUrl();
  else show();
}

function createWidgets(
  form: HTMLFormElement,
  data: BuilderData,
  onInput: (field: Field, value: string) => void,
): Widget[] {
  const fields = new Map(data.fields.map((field) => [field.name, field]));
  return [...form.querySelectorAll<HTMLElement>('[data-field]')].map((element) => {
    const field = fields.get(element.dataset.field!)!;
    return createWidget(element, field, (value) => onInput(field, value));
  });
}

/** Shows the value and the problems of every field. */
function showFields(widgets: readonly Widget[], state: State, problems: readonly Problem[]): void {
  const byField = Map.groupBy(
    problems.flatMap((problem) => problem.at.map((name) => ({ name, problem }))),
    ({ name }) => name,
  );
  for (const widget of widgets) {
    widget.write(valueOf(state, widget.field));
    widget.showProblems((byField.get(widget.field.name) ?? []).map(({ problem }) => problem));
  }
}

/** Shows the component and the situations, and whether there is a value to reset. */
function showChoices(form: HTMLFormElement, data: BuilderData, state: State): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="component"]'))
    radio.checked = radio.value === state.component;
  for (const { id, components } of data.situations) {
    const label = form.querySelector<HTMLElement>(`[data-situation="${id}"]`)!;
    label.hidden = !components.includes(state.component);
    label.querySelector('select')!.value = state.situations[id];
  }
  resetButton(form).disabled = Object.keys(state.values).length === 0;
}

/** Changes the state when a component or a situation is chosen, and when all values are reset. */
function handleChoices(
  form: HTMLFormElement,
  data: BuilderData,
  update: (change: (state: State) => State) => void,
): void {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'component') update((state) => ({ ...state, component: value }));
    else if (data.situations.some(({ id }) => id === name))
      update((state) => ({ ...state, situations: { ...state.situations, [name]: value } }));
  });
  resetButton(form).addEventListener('click', () => {
    update((state) => ({ ...state, values: {} }));
    form.querySelector<HTMLInputElement>('[data-find]')!.focus();
  });
}

function resetButton(form: HTMLFormElement): HTMLButtonElement {
  return form.querySelector<HTMLButtonElement>('[data-reset-all]')!;
}

/** Names what was not taken from the link. */
function showRejected(form: HTMLFormElement, rejected: readonly string[]): void {
  const note = form.querySelector<HTMLElement>('[data-rejected]')!;
  const names = [...new Set(rejected)].join(', ').slice(0, MAX_REJECTED_LETTERS);
  note.hidden = rejected.length === 0;
  note.textContent = rejected.length === 0 ? '' : `Not taken from the link: ${names}.`;
}
