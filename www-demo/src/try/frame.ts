// What is around every page of the form: its heading, its buttons, and what stands above it once it was checked.
import type { Issue } from 'kyc-rules';
import { h, icon } from '../dom.js';
import { flow, STEPS, type StepId } from '../flow.js';
import { langOf, language, said } from '../language.js';
import { FORM_STEPS } from './steps.js';

export function heading(step: StepId, title: string): HTMLElement {
  const place = STEPS.findIndex(({ id }) => id === step);
  const label =
    step === 'saved'
      ? 'For later'
      : place < 0
        ? 'Asked for'
        : place < FORM_STEPS.length
          ? said('Step {0} of {1}', place + 1, FORM_STEPS.length)
          : 'Sent';
  return h(
    'div',
    { class: 'stage-head' },
    h('p', { class: 'eyebrow' }, label),
    h('h2', { id: 'step-title', tabindex: -1 }, title),
  );
}

interface Sheet {
  step: StepId;
  title: string;
  submitText: string;
  parts: HTMLElement[];
  sent: () => Promise<void>;
  save: () => void;
  go: (to: StepId) => void;
}

/** A page that is sent: its heading, what is asked, its buttons. */
export function sheet({ step, title, submitText, parts, sent, save, go }: Sheet): HTMLElement {
  const place = STEPS.findIndex(({ id }) => id === step);
  const back = STEPS[place - 1]?.id;
  const canSave = step !== 'account' && step !== 'more' && flow.id !== undefined;
  return h(
    'form',
    {
      class: 'card form',
      novalidate: true,
      onsubmit: (event: Event) => {
        event.preventDefault();
        void sent();
      },
    },
    heading(step, title),
    parts,
    h(
      'div',
      { class: 'actions ends' },
      h('button', { type: 'submit', class: 'primary' }, submitText),
      canSave && h('button', { type: 'button', id: 'save', onclick: save }, 'Save for later'),
      back && h('button', { type: 'button', class: 'quiet', onclick: () => go(back) }, icon('back'), 'Back'),
    ),
  );
}

/** What is wrong with a page, each line leading to its field. `target`: the control that an issue is about. */
export function summary(
  issues: readonly Issue[],
  others: readonly string[],
  target: (issue: Issue) => string,
): HTMLElement {
  const lines = [
    ...issues.map((issue) => h('li', {}, h('a', { href: '#main', 'data-focus': target(issue) }, issue.message))),
    ...others.map((text) => h('li', { lang: langOf(text) }, text)),
  ];
  return h(
    'div',
    { class: 'summary', id: 'summary', tabindex: -1, role: 'group', 'aria-labelledby': 'summary-title' },
    h('h2', { id: 'summary-title' }, icon('alert'), language.locale?.words.heading ?? 'There is a problem'),
    h('ul', {}, lines),
  );
}
