// What happens after the answers were sent: where the customer stands, what is asked for, and the reviewer's side of the desk.
import { status as factsOf } from 'kyc-rules/lifecycle';
import { asked } from '../asked.js';
import { choice, fill, h, icon, plain } from '../dom.js';
import { flow, onWire } from '../flow.js';
import { langOf, language, said } from '../language.js';
import { customer, look } from '../requests.js';

const WORDS: Record<string, [title: string, text: string]> = {
  CREATED: ['Not sent yet', 'The customer exists. The answers have not been sent.'],
  UNDER_REVIEW: [
    'We are checking your details',
    'This usually takes about 30 seconds here. You can close the page meanwhile.',
  ],
  NEEDS_ADDITIONAL_INFORMATION: [
    'We need a little more',
    'Everything else you told us is kept. Only what is listed here is open again.',
  ],
  ACTIVE: ['You are verified', 'You can use your account now.'],
  REJECTED: ['We could not verify you', 'You can correct your answers and send them again.'],
  DEACTIVATED: ['This account is closed', 'Nothing can be changed any more.'],
};
const TONES: Record<string, string> = {
  ACTIVE: 'ready',
  REJECTED: 'invalid',
  DEACTIVATED: 'invalid',
  NEEDS_ADDITIONAL_INFORMATION: 'incomplete',
};

/** What a reviewer may ask for; the provider's own codes. */
const REQUESTS: readonly (readonly [code: string, text: string])[] = [
  ['PROOF_OF_ADDRESS', 'A proof of address'],
  ['DOC_QUALITY_POOR', 'Sharper photos'],
  ['DOCUMENT_EXPIRED', 'A document in date'],
  ['NAME_MISMATCH', 'The name as on the ID'],
  ['DATE_OF_BIRTH_MISMATCH', 'The date of birth'],
  ['ADDRESS_MISMATCH', 'The address'],
  ['ID_NUMBER_MISMATCH', 'The national ID number'],
];

function timeline(): HTMLElement {
  const zone = { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const time = new Intl.DateTimeFormat('en-GB', zone);
  const steps = [
    h('li', { class: 'is-past' }, h('strong', {}, 'CREATED'), h('span', {}, 'The customer was created')),
    ...flow.events.map(({ createdAt, payload }) =>
      h(
        'li',
        { class: TONES[payload.newStatus] ?? '' },
        h('strong', {}, payload.newStatus),
        h(
          'span',
          {},
          h('time', { datetime: createdAt }, time.format(new Date(createdAt))),
          payload.reason !== undefined && [' · ', plain(payload.reason)],
        ),
      ),
    ),
  ];
  return h('ol', { class: 'timeline' }, steps);
}

type Decision = Parameters<typeof flow.sandbox.review>[1];

/**
 * The reviewer's desk. Its buttons stay where they are, so that the focus does; what cannot be done now is `aria-disabled`.
 */
function deskOf(decide: (decision: Decision) => void, run: (act: () => void) => void) {
  const buttons: ((status: string) => void)[] = [];
  const button = (text: string, act: () => void, isOpen: (status: string) => boolean) => {
    const element = h(
      'button',
      {
        type: 'button',
        onclick: () => {
          if (element.getAttribute('aria-disabled') !== 'true') act();
        },
      },
      text,
    );
    buttons.push((status) => element.setAttribute('aria-disabled', String(!isOpen(status))));
    return element;
  };
  let code = REQUESTS[0]?.[0] ?? '';
  const reviewing = (status: string) => status === 'UNDER_REVIEW';
  const skip = () => run(() => flow.sandbox.advance(30_000));
  const close = () => run(() => flow.sandbox.deactivate(flow.id ?? ''));
  const element = h(
    'div',
    { class: 'desk' },
    h('h3', {}, 'The reviewer’s desk'),
    h('p', { class: 'hint' }, 'Only the sandbox has one: decide yourself, or let time pass.'),
    h(
      'div',
      { class: 'actions' },
      button('Skip 30 seconds', skip, reviewing),
      button('Approve', () => decide({ decision: 'approve' }), reviewing),
      button('Reject', () => decide({ decision: 'reject', reason: 'Rejected at the desk' }), reviewing),
      button('Close the account', close, (status) => status !== 'DEACTIVATED'),
    ),
    h(
      'div',
      { class: 'actions' },
      choice(
        'Ask for',
        REQUESTS,
        code,
        (value) => {
          code = value;
        },
        { id: 'request' },
      ),
      button(
        'Ask',
        () => decide({ decision: 'request', requirements: [code] }),
        (status) => reviewing(status) || status === 'ACTIVE',
      ),
    ),
  );
  return { element, buttons };
}

/**
 * The page of the status. `more`: opens the form for what is asked; `again`: opens all of it.
 */
export function statusPage(go: { more(): void; again(): void; changed(): void }): {
  element: HTMLElement;
  leave(): void;
} {
  const live = h('div', { role: 'status' });
  const history = h('div');
  const left = h('p', { class: 'countdown', 'aria-hidden': 'true' });
  let before = '';

  const draw = () => {
    const found = customer();
    if (found === undefined) return;
    const { status, requirements = [] } = found;
    const [title, text] = WORDS[status] ?? [status, ''];
    if (status + requirements.join() !== before) {
      before = status + requirements.join();
      const list = asked();
      const facts = factsOf(status);
      // A button that had the focus may go with the status it belonged to: its place is taken by what is so now.
      const hadFocus = live.contains(document.activeElement);
      fill(
        live,
        h(
          'p',
          { class: `status-badge ${TONES[status] ?? 'waiting'}` },
          icon(status === 'ACTIVE' ? 'check' : status === 'UNDER_REVIEW' ? 'clock' : 'info'),
          status,
        ),
        h('h2', { class: 'status-title', tabindex: -1 }, title),
        h('p', { class: 'lead' }, text),
        list.length > 0 &&
          h(
            'ul',
            { class: 'asked' },
            list.slice(0, 6).map(({ message, code, key }) => {
              const isForm = key === 'field';
              const lang = isForm ? language.tag : langOf(message);
              return h(
                'li',
                {},
                h('span', { lang }, isForm ? plain(message) : message),
                h('code', { dir: 'ltr' }, plain(code)),
              );
            }),
            list.length > 6 && h('li', {}, said('and {0} more', list.length - 6)),
          ),
        h(
          'div',
          { class: 'actions' },
          status === 'NEEDS_ADDITIONAL_INFORMATION' &&
            h('button', { type: 'button', class: 'primary', id: 'answer', onclick: go.more }, 'Answer now'),
          facts.canPatch &&
            status !== 'NEEDS_ADDITIONAL_INFORMATION' &&
            h('button', { type: 'button', class: 'primary', id: 'again', onclick: go.again }, 'Change my answers'),
        ),
      );
      if (hadFocus) live.querySelector<HTMLElement>('.status-title')?.focus();
      fill(history, h('h3', {}, 'So far'), timeline());
      for (const enable of desk.buttons) enable(status);
    }
    const due = flow.sandbox.nextDue();
    const seconds = due === undefined ? 0 : Math.max(0, Math.ceil((due - flow.sandbox.now()) / 1000));
    left.textContent = status === 'UNDER_REVIEW' && seconds > 0 ? said('The sandbox decides in {0} s', seconds) : '';
  };

  const decide = (decision: Decision) => {
    flow.sandbox.review(flow.id ?? '', decision);
    draw();
    go.changed();
  };

  const desk = deskOf(decide, (act) => {
    act();
    draw();
    go.changed();
  });
  draw();
  const timer = setInterval(() => {
    flow.sandbox.tick();
    void look().then(draw);
  }, 1000);
  const stop = onWire(draw);
  return {
    element: h(
      'div',
      { class: 'stack' },
      h('div', { class: 'card status-card' }, live, left),
      h('div', { class: 'card' }, history),
      // At a server, others decide.
      flow.server === undefined && h('div', { class: 'card', lang: 'en', dir: 'ltr' }, desk.element),
    ),
    leave: () => {
      clearInterval(timer);
      stop();
    },
  };
}
