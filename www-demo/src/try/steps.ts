// Where someone is on the way, and what of it is answered.
import { h, icon } from '../dom.js';
import { blocking, flow, judgeAll, STEPS, type StepId } from '../flow.js';
import { customer } from '../requests.js';

export const FORM_STEPS = STEPS.filter(({ id }) => id !== 'status');

/** Whether a page has all it asks for. */
export function isDone(): (id: StepId) => boolean {
  const open = blocking(judgeAll().issues);
  const left = new Set(
    open.map(({ path }) => STEPS.find(({ paths }) => paths.some((own) => path.startsWith(own)))?.id),
  );
  return (id) => {
    if (id === 'account') return flow.id !== undefined;
    if (id === 'review') return customer() !== undefined && customer()?.status !== 'CREATED';
    return !left.has(id as never);
  };
}

/** The steps as links. `link`: the address of one. */
export function stepper(step: StepId, link: (id: StepId) => string): HTMLElement {
  const place = STEPS.findIndex(({ id }) => id === step);
  const part = place < 0 ? FORM_STEPS.length : Math.min(place + 1, FORM_STEPS.length);
  const done = isDone();
  return h(
    'nav',
    { class: 'steps', 'aria-label': 'Steps' },
    h('div', { class: 'meter', 'data-part': String(part) }, h('span')),
    h(
      'ol',
      {},
      FORM_STEPS.map(({ id, title }) =>
        h(
          'li',
          { class: done(id) ? 'is-done' : '' },
          h(
            'a',
            { href: link(id), ...(id === step ? { 'aria-current': 'step' } : {}) },
            h('span', { class: 'step-mark' }, done(id) && icon('check')),
            h('span', {}, title),
            done(id) ? h('span', { class: 'visually-hidden' }, ' (complete)') : null,
          ),
        ),
      ),
    ),
  );
}
