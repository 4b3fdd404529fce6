// Code: what a developer pastes. Each piece is a file of its own beside this page; the tests run what needs no library, and parse the rest.
import { copyButton, fill, h } from '../dom.js';
import type { View } from '../main.js';

const PIECES: readonly (readonly [file: string, title: string, what: string])[] = [
  ['form.html', 'HTML', 'A form as the browser knows it.'],
  ['form.js', 'JavaScript', 'What judges that form: one page of it, when it is sent.'],
  ['element.js', 'Web component', 'A field as an element that takes part in its form.'],
  ['react-hook-form.tsx', 'React Hook Form', 'A resolver of six lines.'],
  ['tanstack-form.tsx', 'TanStack Form', 'A validator a field.'],
  ['vue.vue', 'Vue', 'A computed property.'],
  ['svelte.svelte', 'Svelte', 'A derived state.'],
  ['angular.ts', 'Angular', 'A validator for reactive forms.'],
  ['sandbox.js', 'A test without a server', 'A whole life of a customer.'],
  ['axum.rs', 'Rust, axum', 'The same rules behind an API.'],
  ['curl.sh', 'curl', 'Against the sandbox server.'],
];

function mount(root: HTMLElement, rest: readonly string[]): void {
  const pieces = PIECES.map(([file, title, what]) => {
    const code = h('code', {}, 'Loading');
    void fetch(new URL(`../../code/${file}`, import.meta.url))
      .then((answer) => answer.text())
      .then((text) => {
        code.textContent = text;
      });
    return h(
      'section',
      { class: 'piece', id: `code-${file.split('.')[0]}`, 'aria-labelledby': `title-${file}` },
      h(
        'div',
        { class: 'head' },
        h('h2', { id: `title-${file}`, tabindex: -1 }, title),
        copyButton(() => code.textContent ?? '', `Copy ${title}`),
      ),
      h('p', { class: 'hint' }, what, ' ', h('code', { dir: 'ltr' }, file)),
      h('pre', { class: 'code', tabindex: 0, dir: 'ltr', 'aria-label': title }, code),
    );
  });
  fill(
    root,
    h('header', { class: 'intro' }, h('h1', {}, view.title), h('p', { class: 'lead' }, view.lead)),
    h(
      'nav',
      { 'aria-label': 'Pieces of code' },
      h(
        'ul',
        { class: 'chips' },
        PIECES.map(([file, title]) => h('li', {}, h('a', { href: `#/code/${file.split('.')[0]}` }, title))),
      ),
    ),
    pieces,
  );
  const wanted = rest[0] === undefined ? null : document.getElementById(`code-${rest[0]}`);
  wanted?.scrollIntoView();
  wanted?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}

export const view: View = {
  title: 'Code to start from',
  lead: 'The same few lines in the library you have. Take a piece, put in the fields of your page, and the words come along.',
  mount,
};
