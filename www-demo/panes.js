// What the rules say, in three tabs: the issues as a list, the report as JSON, the data as JSON.
import { at, make } from './dom.js';

const TABS = [
  ['issues', 'Issues'],
  ['report', 'Report'],
  ['data', 'kycData'],
];

/** Draws the tabs; arrow keys move between them, as the ARIA pattern for tabs has it. */
export function drawTabs() {
  const buttons = TABS.map(([id, text]) =>
    make('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': id }, text),
  );
  const panels = TABS.map(([id]) =>
    make('div', { role: 'tabpanel', id, className: 'panel', tabIndex: 0, 'aria-labelledby': `tab-${id}` }),
  );
  const select = (chosen) => {
    buttons.forEach((button, index) => {
      button.setAttribute('aria-selected', String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
      panels[index].hidden = index !== chosen;
    });
  };
  buttons.forEach((button, index) => {
    button.addEventListener('click', () => select(index));
    button.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const next = (index + step + TABS.length) % TABS.length;
      select(next);
      buttons[next].focus();
    });
  });
  at('tabs').replaceChildren(
    make('div', { role: 'tablist', className: 'tablist', 'aria-label': 'Views' }, ...buttons),
    ...panels,
  );
  select(0);
}

/**
 * Shows a report and the data it is about.
 * @param {object} report
 * @param {unknown} data
 * @param {(issue: object) => string} target the id of the control an issue leads to
 */
export function showPanes(report, data, target) {
  at('tab-issues').textContent = report.issues.length === 0 ? 'Issues' : `Issues (${report.issues.length})`;
  const items = report.issues.map((issue) =>
    make(
      'li',
      { className: issue.severity },
      make('a', { href: `#${target(issue)}` }, issue.message),
      make('span', { className: 'where' }, make('code', {}, issue.path || 'kycData'), make('code', {}, issue.code)),
    ),
  );
  const none = make('p', { className: 'none' }, 'Nothing to be said.');
  at('issues').replaceChildren(items.length === 0 ? none : make('ol', { className: 'issues' }, ...items));
  at('report').replaceChildren(make('pre', {}, ...coloured(report)));
  at('data').replaceChildren(make('pre', {}, ...coloured(data)));
}

/** JSON with its keys set apart. */
function coloured(value) {
  const text = JSON.stringify(value, null, 2);
  return text.split('\n').flatMap((line) => {
    const [, indent, key, rest] = /^(\s*)("[^"]*":)?(.*)$/s.exec(line);
    return key === undefined ? [`${line}\n`] : [indent, make('span', { className: 'key' }, key), `${rest}\n`];
  });
}
