// The pages of the form: which fields, in which order and under which labels, for the country that was chosen.
import type { Issue } from 'kyc-rules';
import { type CountryRow, countryName, type Data, get, set } from '../data.js';
import { h } from '../dom.js';
import { type FieldOptions, type FieldView, fieldOf } from '../field.js';
import { blocking, countryRow, flow, judge, messages, type StepId } from '../flow.js';
import { said as spoken } from '../language.js';
import { asksAll } from '../settings.js';
import { documents } from './documents.js';

export interface Page {
  element: HTMLElement;
  /** Shows what is said of the answers at their fields; returns what stops. */
  tell(): Issue[];
  /** The id of the control an issue leads to. */
  target(issue: Issue): string;
}

export interface Context {
  step: StepId;
  paths: readonly string[];
  /** Draws the page anew, when an answer changed which fields there are; the focus stays. */
  redraw(): void;
  /** Something was answered. */
  changed(): void;
  views: Map<string, FieldView>;
}

/** The likely locale of a country, where none was given: `en-IE`. */
function likelyLocale(country: string): string | undefined {
  try {
    const { language, region } = new Intl.Locale(`und-${country}`).maximize();
    return language === 'und' || region === undefined ? undefined : `${language}-${region}`;
  } catch {
    return undefined;
  }
}

/** A field of the form, bound to its answer. */
export function bound(context: Context, path: string, more: FieldOptions = {}): HTMLElement {
  const holder = context.step === 'account' ? flow.account : flow.data;
  const { changed, ...rest } = more;
  const view = fieldOf(path, {
    messages: messages(),
    ...rest,
    changed: (value, event) => {
      set(holder, path, value);
      changed?.(value, event);
      context.changed();
    },
  });
  view.write(get(holder, path));
  if (context.step === 'account' && flow.id !== undefined) view.disable();
  context.views.set(path, view);
  return view.element;
}

function address(context: Context): HTMLElement[] {
  const code = get(flow.data, 'address.country');
  const row = countryRow(code);
  const guide = asksAll();
  const country = bound(context, 'address.country', {
    changed: (value, event) => {
      if (event !== 'change') return;
      // What belongs to another country's address is no answer to this one's questions.
      for (const path of ['address.state', 'address.stateCode']) set(flow.data, path, undefined);
      const locale = typeof value === 'string' ? likelyLocale(value) : undefined;
      set(flow.data, 'address.locale', locale);
      context.redraw();
    },
  });
  if (row === undefined && !guide) {
    return [country, h('p', { class: 'hint' }, 'What else we ask for goes by the country.')];
  }
  const lines = row?.lines ?? 'A/CSZ';
  const parts: HTMLElement[] = [country];
  for (const letter of lines.replaceAll('/', '')) {
    if (letter === 'A') {
      parts.push(bound(context, 'address.addressLine1'));
      if (!lines.includes('D')) parts.push(bound(context, 'address.addressLine2', { hint: false }));
    } else if (letter === 'D') parts.push(bound(context, 'address.addressLine2', { hint: false }));
    else if (letter === 'C') parts.push(bound(context, 'address.city', { hint: false }));
    else if (letter === 'S') parts.push(...subdivision(context, row));
    else if (letter === 'Z') parts.push(postalCode(context, row));
  }
  if (!lines.includes('C')) parts.push(bound(context, 'address.city', { hint: false }));
  if (guide && !lines.includes('S')) parts.push(...subdivision(context, row));
  if (guide && !lines.includes('Z')) parts.push(postalCode(context, row));
  parts.push(
    bound(context, 'address.locale', { label: 'Language and region', hint: 'For letters to you, like en-US' }),
  );
  return parts;
}

function postalCode(context: Context, row: CountryRow | undefined): HTMLElement {
  const example = row?.postalExample;
  return bound(
    context,
    'address.postalCode',
    example === undefined ? {} : { hint: spoken('For example, {0}', example) },
  );
}

/** One list where the country's subdivisions are known: it answers both fields. */
function subdivision(context: Context, row: CountryRow | undefined): HTMLElement[] {
  const list = row?.subdivisions;
  if (list === undefined) {
    if (row !== undefined && !row.required.includes('S') && !asksAll()) {
      return [bound(context, 'address.state', { hint: false })];
    }
    return [
      bound(context, 'address.state', { hint: false }),
      bound(context, 'address.stateCode', { label: 'Its code', hint: 'For example, CA' }),
    ];
  }
  const sorted = [...list].sort(([, a], [, b]) => a.localeCompare(b));
  return [
    bound(context, 'address.stateCode', {
      choices: sorted,
      hint: false,
      changed: (value) => set(flow.data, 'address.state', sorted.find(([code]) => code === value)?.[1]),
    }),
  ];
}

function identity(context: Context): HTMLElement[] {
  const { data } = flow;
  const row = countryRow(data.nationalIdIssuingCountry);
  const id = row?.ids[(data.nationalIdType as string | undefined) ?? 'NATIONAL_ID'];
  const home = data.nationality;
  const same =
    typeof home === 'string' && data.nationalIdIssuingCountry === undefined
      ? h(
          'button',
          {
            type: 'button',
            class: 'small',
            onclick: () => {
              data.nationalIdIssuingCountry = home;
              context.changed();
              context.redraw();
            },
          },
          spoken('Use {0}, your nationality', countryName(home)),
        )
      : undefined;
  const anew = (_: unknown, event: string) => {
    if (event === 'change') context.redraw();
  };
  return [
    bound(context, 'nationalIdIssuingCountry', { changed: anew }),
    ...(same === undefined ? [] : [same]),
    bound(context, 'nationalIdType', { changed: anew }),
    bound(context, 'nationalIdNumber', {
      ...(id === undefined ? { hint: false } : { hint: spoken('For example, {0}', id[1]), inputMode: id[2] }),
    }),
  ];
}

function plain(context: Context, paths: readonly string[]): HTMLElement[] {
  const home = get(flow.data, 'address.country') ?? flow.data.nationality;
  return paths.map((path) =>
    path === 'phoneNumber' ? bound(context, path, { country: home as string | undefined }) : bound(context, path),
  );
}

/** The page of a step; of `more`, the page that reopens what was asked for. */
export function pageOf(context: Context): Page {
  const { step, paths, views } = context;
  views.clear();
  const groups: HTMLElement[] = [];
  const rest: string[] = [];
  const documentPaths = paths.filter((path) => path.startsWith('documents'));
  for (const path of paths) {
    if (path === 'address') groups.push(...address(context));
    else if (path === 'nationalIdNumber' && paths.includes('nationalIdType')) groups.push(...identity(context));
    else if (path.startsWith('nationalId') && paths.includes('nationalIdNumber') && paths.includes('nationalIdType'))
      continue;
    else if (path.startsWith('documents')) continue;
    else rest.push(path);
  }
  groups.push(...plain(context, rest));
  if (documentPaths.length > 0) groups.push(...documents(context, documentPaths));
  const nearest = (path: string): FieldView | undefined => {
    const own = views.get(path);
    if (own !== undefined) return own;
    if (path === 'address.state') return views.get('address.stateCode');
    if (path === 'address.stateCode') return views.get('address.state');
    return undefined;
  };
  return {
    element: h('div', { class: 'stack' }, groups),
    tell() {
      const issues = judge(step, paths);
      const tried = flow.tried.has(step);
      const said = new Map<FieldView, Issue>();
      for (const issue of issues) {
        const view = nearest(issue.path);
        // One thing at a time: the weightiest comes first.
        if (view !== undefined && !said.has(view)) said.set(view, issue);
      }
      for (const view of views.values()) {
        const issue = said.get(view);
        // Nothing is missing before someone was asked, and a warning waits for an answer.
        view.tell(tried || (issue?.severity === 'warning' && issue.code !== 'required') ? issue : undefined);
      }
      // What no field of the page shows: a list without a document, a side without a picture.
      for (const line of document.querySelectorAll<HTMLElement>('[data-says]')) {
        const own = issues.find(({ path }) => path === line.dataset.says);
        line.hidden = !tried || own === undefined;
        line.textContent = own?.message ?? '';
      }
      const stops = blocking(issues);
      return step === 'more' ? stops.filter((issue) => isOpen(issue.path, paths)) : stops;
    },
    target(issue) {
      const view = nearest(issue.path);
      const control = view?.element.querySelector<HTMLElement>('input, select');
      if (control) return control.id;
      const [line] = [...document.querySelectorAll<HTMLElement>('[data-says]')].filter(
        (it) => it.dataset.says === issue.path,
      );
      return line?.dataset.control ?? 'add-PASSPORT';
    },
  };
}

/** Whether an issue lies in what was reopened. */
function isOpen(path: string, paths: readonly string[]): boolean {
  const bare = path.replace(/\[\d+\]/, '[]');
  return paths.some(
    (open) => open === path || open === bare || path.startsWith(`${open}.`) || path.startsWith(`${open}[`),
  );
}

/** The answers of a document. */
export const documentsOf = (): Data[] => (Array.isArray(flow.data.documents) ? (flow.data.documents as Data[]) : []);
