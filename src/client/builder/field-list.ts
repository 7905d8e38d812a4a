/** The list of fields in the form: which ones are shown, and under which headings. */
import type { Widget } from './widgets.ts';
import { isChanged, type State } from './state.ts';
import type { BuilderData } from '../../payloads/builder/data.ts';

export interface FieldList {
  show(state: State): void;
  /** Clears the search and "Only changed", so that all fields of the appliance are shown. */
  clear(): void;
}

export function createFieldList(
  form: HTMLFormElement,
  data: BuilderData,
  widgets: readonly Widget[],
): FieldList {
  const find = <E extends HTMLElement>(selector: string): E => form.querySelector<E>(selector)!;
  const search = find<HTMLInputElement>('[data-find]');
  const onlyChanged = find<HTMLInputElement>('[data-only-changed]');
  const groupBy = find<HTMLSelectElement>('[data-group-by]');
  const groups = find('[data-groups]');
  const texts = new Map(
    widgets.map(({ field, element }) => [field.name, `${field.name} ${element.textContent}`.toLowerCase()]),
  );
  const phases = new Map(data.phases);
  let state: State;
  /** Grouping and appliance of the current arrangement. */
  let arranged = '';

  const headingOf = ({ field }: Widget): string => {
    if (groupBy.value === 'table') return field.groups[state.appliance] ?? '';
    return field.phase ? `Phase ${field.phase}: ${phases.get(field.phase) ?? ''}` : 'Without a phase';
  };
  /** Puts the fields under their headings. It runs only if the order changes, because moving a field removes its focus. */
  const arrange = (current: readonly Widget[]): void => {
    const key = `${groupBy.value} ${state.appliance}`;
    if (arranged === key) return;
    arranged = key;
    const headings = [...Map.groupBy(current, headingOf)];
    if (groupBy.value === 'phase')
      headings.sort(([, a], [, b]) => Number(a[0].field.phase) - Number(b[0].field.phase));
    const others = widgets.filter((widget) => !current.includes(widget));
    groups.replaceChildren(
      ...headings.map(([heading, inside]) => groupOf(form.ownerDocument, heading, inside)),
      ...others.map(({ element }) => element),
    );
  };
  const draw = (): void => {
    const current = widgets.filter(({ field }) => field.appliances.includes(state.appliance));
    arrange(current);
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ field }: Widget): boolean =>
      field.appliances.includes(state.appliance) &&
      (!onlyChanged.checked || isChanged(state, field)) &&
      words.every(
        (word) =>
          texts.get(field.name)!.includes(word) ||
          withoutSeparators(field.name).includes(withoutSeparators(word)),
      );
    const shown = widgets.filter((widget) => {
      widget.element.hidden = !fits(widget);
      return !widget.element.hidden;
    });
    for (const section of groups.querySelectorAll<HTMLElement>('.builder-group'))
      section.hidden = !section.querySelector('.field:not([hidden])');
    const changed = current.filter(({ field }) => isChanged(state, field)).length;
    const shownCount =
      shown.length === current.length ? current.length : `${shown.length} of ${current.length}`;
    const count = `${shownCount} variables of the ${state.appliance}, ${changed} changed`;
    const status = find('[data-count]');
    if (status.textContent !== count) status.textContent = count;
    find('[data-nothing]').hidden = shown.length > 0;
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

function groupOf(page: Document, heading: string, widgets: readonly Widget[]): HTMLElement {
  const section = Object.assign(page.createElement('section'), { className: 'builder-group' });
  section.append(
    Object.assign(page.createElement('h2'), { textContent: heading }),
    ...widgets.map(({ element }) => element),
  );
  return section;
}

function withoutSeparators(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}
