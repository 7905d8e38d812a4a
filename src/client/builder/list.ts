/** Which fields the form shows and under which headings. */
import type { Widget } from './widgets.ts';
import { isChanged, type State } from './state.ts';
import type { BuilderData } from '../../payloads/builder/data.ts';

export interface FieldList {
  show(state: State): void;
  /** Drops search and "only changed", so that every field of the appliance stands there. */
  clear(): void;
}

export function fieldList(form: HTMLFormElement, data: BuilderData, widgets: readonly Widget[]): FieldList {
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
  let arranged = '';

  const headingOf = ({ field }: Widget): string => {
    if (groupBy.value === 'table') return field.groups[state.appliance] ?? '';
    return field.phase ? `Phase ${field.phase}: ${phases.get(field.phase) ?? ''}` : 'Without a phase';
  };
  /** Puts the fields under their headings; only where the order changes, because moving a field takes its focus. */
  const arrange = (own: readonly Widget[]): void => {
    const key = `${groupBy.value} ${state.appliance}`;
    if (arranged === key) return;
    arranged = key;
    const headings = [...Map.groupBy(own, headingOf)];
    if (groupBy.value === 'phase')
      headings.sort(([, a], [, b]) => Number(a[0].field.phase) - Number(b[0].field.phase));
    const rest = widgets.filter((widget) => !own.includes(widget));
    groups.replaceChildren(
      ...headings.map(([heading, inside]) => {
        const section = Object.assign(form.ownerDocument.createElement('section'), {
          className: 'builder-group',
        });
        section.append(
          Object.assign(form.ownerDocument.createElement('h2'), { textContent: heading }),
          ...inside.map(({ element }) => element),
        );
        return section;
      }),
      ...rest.map(({ element }) => element),
    );
  };
  const draw = (): void => {
    const own = widgets.filter(({ field }) => field.appliances.includes(state.appliance));
    arrange(own);
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ field }: Widget): boolean =>
      field.appliances.includes(state.appliance) &&
      (!onlyChanged.checked || isChanged(state, field)) &&
      words.every((word) => texts.get(field.name)!.includes(word) || bare(field.name).includes(bare(word)));
    const shown = widgets.filter((widget) => {
      widget.element.hidden = !fits(widget);
      return !widget.element.hidden;
    });
    for (const section of groups.querySelectorAll<HTMLElement>('.builder-group'))
      section.hidden = !section.querySelector('.field:not([hidden])');
    const changed = own.filter(({ field }) => isChanged(state, field)).length;
    const count = `${shown.length === own.length ? own.length : `${shown.length} of ${own.length}`} variables of the ${state.appliance}, ${changed} changed`;
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

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}
