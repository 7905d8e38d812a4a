/** The list of fields in the form: which ones are shown, and under which headings. */
import { make, setText } from '../element.ts';
import type { Widget } from './widgets.ts';
import { isChanged, type State } from './state.ts';
import type { BuilderData } from '../../payloads/builder/data.ts';

export interface FieldList {
  show(state: State): void;
  /** Clears the search and "Only changed", so that all fields of the component are shown. */
  clear(): void;
}

/** The controls above the fields that decide which of them are shown. */
interface Filters {
  search: HTMLInputElement;
  onlyChanged: HTMLInputElement;
  groupBy: HTMLSelectElement;
}

export function createFieldList(
  form: HTMLFormElement,
  data: BuilderData,
  widgets: readonly Widget[],
): FieldList {
  const filters: Filters = {
    search: form.querySelector<HTMLInputElement>('[data-find]')!,
    onlyChanged: form.querySelector<HTMLInputElement>('[data-only-changed]')!,
    groupBy: form.querySelector<HTMLSelectElement>('[data-group-by]')!,
  };
  const { search, onlyChanged, groupBy } = filters;
  const arrange = createArrangement(form, data, widgets);
  const matches = createMatcher(widgets, filters);
  let state: State;

  const draw = (): void => {
    const current = widgets.filter(({ field }) => field.components.includes(state.component));
    arrange(groupBy.value, state.component, current);
    for (const widget of widgets)
      widget.element.hidden = !current.includes(widget) || !matches(widget, state);
    showCounts(form, current, state);
  };
  search.addEventListener('input', draw);
  onlyChanged.addEventListener('change', draw);
  groupBy.addEventListener('change', draw);
  return {
    show(next) {
      state = next;
      draw();
    },
    clear() {
      search.value = '';
      onlyChanged.checked = false;
      draw();
    },
  };
}

/** @returns a function that tells whether a field matches the search and "Only changed" */
function createMatcher(
  widgets: readonly Widget[],
  { search, onlyChanged }: Filters,
): (widget: Widget, state: State) => boolean {
  const texts = new Map(
    widgets.map(({ field, element }) => [field.name, `${field.name} ${element.textContent}`.toLowerCase()]),
  );
  const contains = (name: string, word: string): boolean =>
    texts.get(name)!.includes(word) || withoutSeparators(name).includes(withoutSeparators(word));
  return ({ field }, state) =>
    (!onlyChanged.checked || isChanged(state, field)) &&
    search.value
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => contains(field.name, word));
}

/** @returns a function that puts the fields of a component under their headings, and all others behind them */
function createArrangement(
  form: HTMLFormElement,
  data: BuilderData,
  widgets: readonly Widget[],
): (groupBy: string, component: string, current: readonly Widget[]) => void {
  const groups = form.querySelector<HTMLElement>('[data-groups]')!;
  const phases = new Map(data.phases);
  let arranged = '';
  return (groupBy, component, current) => {
    // The fields are moved only if their order changes, because moving a field removes its focus.
    const key = `${groupBy} ${component}`;
    if (arranged === key) return;
    arranged = key;
    const headingOf = ({ field }: Widget): string => {
      if (groupBy === 'table') return field.groups[component] ?? '';
      return field.phase ? `Phase ${field.phase}: ${phases.get(field.phase) ?? ''}` : 'Without a phase';
    };
    const headings = [...Map.groupBy(current, headingOf)];
    if (groupBy === 'phase')
      headings.sort(([, a], [, b]) => Number(a[0].field.phase) - Number(b[0].field.phase));
    const others = widgets.filter((widget) => !current.includes(widget));
    groups.replaceChildren(
      ...headings.map(([heading, inside]) => groupElement(heading, inside)),
      ...others.map(({ element }) => element),
    );
  };
}

function groupElement(heading: string, widgets: readonly Widget[]): HTMLElement {
  return make(
    'section',
    { class: 'builder-group' },
    make('h2', {}, heading),
    ...widgets.map(({ element }) => element),
  );
}

/** Hides headings without fields, and shows how many fields are shown and changed. */
function showCounts(form: HTMLFormElement, current: readonly Widget[], state: State): void {
  for (const section of form.querySelectorAll<HTMLElement>('[data-groups] .builder-group'))
    section.hidden = !section.querySelector('.field:not([hidden])');
  const shown = current.filter(({ element }) => !element.hidden).length;
  const changed = current.filter(({ field }) => isChanged(state, field)).length;
  const shownCount = shown === current.length ? shown : `${shown} of ${current.length}`;
  const count = `${shownCount} variables of the ${state.component}, ${changed} changed`;
  setText(form.querySelector('[data-count]')!, count);
  form.querySelector<HTMLElement>('[data-nothing]')!.hidden = shown > 0;
}

function withoutSeparators(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}
