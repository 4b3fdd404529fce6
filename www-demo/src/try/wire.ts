// What goes over the wire: requests and answers, webhooks, the report of the rules, the data.
import { h, json, tabs } from '../dom.js';
import { flow, judgeAll } from '../flow.js';

function exchange(
  { method, path, request, status, response }: (typeof flow.exchanges)[number],
  open: boolean,
): HTMLElement {
  const good = status < 300;
  return h(
    'details',
    { class: 'exchange', open },
    h(
      'summary',
      {},
      h('code', {}, `${method} ${path.replace('/api/v1', '')}`),
      h('span', { class: `pill ${good ? 'ready' : 'invalid'}` }, String(status)),
    ),
    request !== undefined && [h('h3', {}, 'Request'), json(request)],
    h('h3', {}, 'Response'),
    json(response),
  );
}

const none = (text: string) => h('p', { class: 'none' }, text);

/** The panes, and what brings them up to date. */
export function wire(): { element: HTMLElement; update(): void } {
  const [requests, webhooks, report, data] = [h('div'), h('div'), h('div'), h('div')];
  const element = h(
    'aside',
    { class: 'wire', 'aria-labelledby': 'wire-title' },
    h('h2', { id: 'wire-title' }, 'Over the wire'),
    tabs('Over the wire', [
      { id: 'requests', title: 'Requests', panel: requests },
      { id: 'webhooks', title: 'Webhooks', panel: webhooks },
      { id: 'report', title: 'Report', panel: report },
      { id: 'data', title: 'Data', panel: data },
    ]),
  );
  const update = () => {
    const latest = flow.exchanges.toReversed();
    requests.replaceChildren(
      ...(latest.length === 0
        ? [none('No request yet. Continue past the first page, and the customer is created.')]
        : latest.map((one, index) => exchange(one, index === 0))),
    );
    const events = flow.events.toReversed();
    webhooks.replaceChildren(
      ...(events.length === 0
        ? [none('No webhook yet. One is sent at each change of status.')]
        : events.map((event) => h('div', { class: 'exchange' }, json(event)))),
    );
    report.replaceChildren(json(judgeAll()));
    data.replaceChildren(json(flow.data));
  };
  update();
  return { element, update };
}
