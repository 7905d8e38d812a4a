/** Mounts the context builder. Its one state is shown in the form, the checks, the result and the URL. */
import { check } from './check.ts';
import { secretsLeftOut, describesState, readLink, writeLink } from './link.ts';
import { createFieldList } from './field-list.ts';
import { createResultPanel } from './result-panel.ts';
import { initialState, valueOf, withValue, type State } from './state.ts';
import type { BuilderData } from '../../payloads/builder/data.ts';
import { createWidget } from './widgets.ts';

const MAX_REJECTED_LETTERS = 300;

export function mountBuilder(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#builder');
  const source = page.querySelector('#builder-data');
  if (!form || !source) return;
  const data = JSON.parse(source.textContent) as BuilderData;
  const fields = new Map(data.fields.map((field) => [field.name, field]));
  const rejectedNote = form.querySelector<HTMLElement>('[data-refused]')!;
  const resetAll = form.querySelector<HTMLButtonElement>('[data-reset-all]')!;
  let state = initialState(data);

  const widgets = [...form.querySelectorAll<HTMLElement>('[data-field]')].map((element) => {
    const field = fields.get(element.dataset.field!)!;
    return createWidget(element, field, (value) => set(withValue(state, field, value)));
  });
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
    const byField = Map.groupBy(
      problems.flatMap((problem) => problem.at.map((name) => ({ name, problem }))),
      ({ name }) => name,
    );
    for (const widget of widgets) {
      widget.write(valueOf(state, widget.field));
      widget.showProblems((byField.get(widget.field.name) ?? []).map(({ problem }) => problem));
    }
    for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="appliance"]'))
      radio.checked = radio.value === state.appliance;
    for (const { id, appliances } of data.situations) {
      const label = form.querySelector<HTMLElement>(`[data-situation="${id}"]`)!;
      label.hidden = !appliances.includes(state.appliance);
      label.querySelector('select')!.value = state.situations[id];
    }
    resetAll.disabled = Object.keys(state.values).length === 0;
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
    rejectedNote.hidden = read.rejected.length === 0;
    rejectedNote.textContent =
      read.rejected.length === 0
        ? ''
        : `Not taken from the link: ${[...new Set(read.rejected)].join(', ').slice(0, MAX_REJECTED_LETTERS)}.`;
    show();
    if (read.at) goTo(read.at);
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'appliance') set({ ...state, appliance: value });
    else if (data.situations.some(({ id }) => id === name))
      set({ ...state, situations: { ...state.situations, [name]: value } });
  });
  resetAll.addEventListener('click', () => {
    set({ ...state, values: {} });
    form.querySelector<HTMLInputElement>('[data-find]')!.focus();
  });
  addEventListener('hashchange', readFromUrl);
  if (describesState(location.hash)) readFromUrl();
  else show();
}
