/** Brings the context builder to life: one state, drawn into the form, the checks, the result and the address. */
import { check } from './check.ts';
import { heldBack, isState, readLink, writeLink } from './link.ts';
import { fieldList } from './list.ts';
import { resultView, type InputsBlock } from './result.ts';
import { startState, valueOf, withValue, type State } from './state.ts';
import type { BuilderData } from '../../payloads/builder/data.ts';
import { widgetOf } from './widgets.ts';

export function startBuilder(page: Document, inputsBlock: InputsBlock): void {
  const form = page.querySelector<HTMLFormElement>('#builder');
  const source = page.querySelector('#builder-data');
  if (!form || !source) return;
  const data = JSON.parse(source.textContent) as BuilderData;
  const fields = new Map(data.fields.map((field) => [field.name, field]));
  const refused = form.querySelector<HTMLElement>('[data-refused]')!;
  const resetAll = form.querySelector<HTMLButtonElement>('[data-reset-all]')!;
  let state = startState(data);

  const widgets = [...form.querySelectorAll<HTMLElement>('[data-field]')].map((element) => {
    const field = fields.get(element.dataset.field!)!;
    return widgetOf(element, field, (value) => set(withValue(state, field, value)));
  });
  const list = fieldList(form, data, widgets);
  const goTo = (name: string): void => {
    list.clear();
    const widget = widgets.find(({ field }) => field.name === name);
    widget?.element.scrollIntoView({ block: 'center' });
    widget?.control?.focus({ preventScroll: true });
  };
  const result = resultView(page, data, inputsBlock, goTo);

  const show = (): void => {
    const problems = check(data, state);
    const at = Map.groupBy(
      problems.flatMap((problem) => problem.at.map((name) => ({ name, problem }))),
      ({ name }) => name,
    );
    for (const widget of widgets) {
      widget.write(valueOf(state, widget.field));
      widget.say((at.get(widget.field.name) ?? []).map(({ problem }) => problem));
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
    result.show(state, problems, heldBack(data, state));
  };
  const set = (next: State): void => {
    state = next;
    // Bare, the address of the page stays without a fragment.
    history.replaceState(history.state, '', location.pathname + location.search + writeLink(data, state));
    show();
  };
  const take = (): void => {
    if (!isState(location.hash)) return;
    const read = readLink(data, location.hash);
    state = read.state;
    refused.hidden = read.refused.length === 0;
    refused.textContent =
      read.refused.length === 0
        ? ''
        : `Not taken from the link: ${[...new Set(read.refused)].join(', ').slice(0, 300)}.`;
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
  addEventListener('hashchange', take);
  if (isState(location.hash)) take();
  else show();
}
