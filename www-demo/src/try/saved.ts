// What someone sees who put the form aside: how far they came, and the way back. It is kept in the memory of the page and nowhere else.
import { h, icon } from '../dom.js';
import { STEPS } from '../flow.js';
import { said } from '../language.js';
import { FORM_STEPS, isDone } from './steps.js';

/** The pages that can be answered: all but the last look. */
const PAGES = FORM_STEPS.filter(({ id }) => id !== 'review');

export function saved(page: string, resume: () => void, forget: () => void): HTMLElement[] {
  const done = isDone();
  const count = PAGES.filter(({ id }) => done(id)).length;
  const title = STEPS.find(({ id }) => id === page)?.title ?? '';
  return [
    h('p', { class: 'lead' }, said('{0} of {1} pages are answered.', count, PAGES.length)),
    h(
      'ul',
      { class: 'progress' },
      PAGES.map(({ id, title }) =>
        h(
          'li',
          { class: done(id) ? 'is-done' : '' },
          h('span', { class: 'step-mark' }, done(id) && icon('check')),
          h('span', {}, title),
          h('span', { class: 'hint' }, done(id) ? 'Answered' : 'Open'),
        ),
      ),
    ),
    h('p', { class: 'hint' }, 'Kept in this page’s memory and nowhere else: closing the page forgets it.'),
    h(
      'div',
      { class: 'actions ends' },
      h(
        'button',
        { type: 'button', class: 'primary', id: 'resume', onclick: resume },
        h('span', {}, 'Go on with: ', h('span', {}, title)),
      ),
      h('button', { type: 'button', class: 'quiet', onclick: forget }, 'Forget my answers'),
    ),
  ];
}
