// Code: what a developer pastes. Each piece is a file of its own beside this page; the tests compile every one and use it in a browser
// (tests/browser/code.mjs).
import { copyButton, fill, h, plain } from '../dom.js';
import { said, t } from '../language.js';
import type { View } from '../main.js';

interface Piece {
  id: string;
  title: string;
  what: string;
  files: readonly string[];
}

const PIECES: readonly Piece[] = [
  {
    id: 'html',
    title: 'HTML',
    what: 'A form as the browser knows it; what the server says stands at its fields, too.',
    files: ['form.html', 'form.js'],
  },
  {
    id: 'element',
    title: 'Web component',
    what: 'A field as an element that takes part in its form.',
    files: ['element.html', 'element.js'],
  },
  {
    id: 'react',
    title: 'React Hook Form',
    what: 'Its resolver for Standard Schemas, with the fields of a page.',
    files: ['react-hook-form.tsx'],
  },
  {
    id: 'tanstack',
    title: 'TanStack Form',
    what: 'The fields of a page as a validator.',
    files: ['tanstack-form.tsx'],
  },
  { id: 'vue', title: 'Vue', what: 'A computed property.', files: ['vue.vue'] },
  { id: 'svelte', title: 'Svelte', what: 'A derived state.', files: ['svelte.svelte'] },
  { id: 'angular', title: 'Angular', what: 'A validator for reactive forms.', files: ['angular.ts'] },
  { id: 'sandbox', title: 'A test without a server', what: 'A whole life of a customer.', files: ['sandbox.js'] },
  { id: 'axum', title: 'Rust, axum', what: 'The same rules behind an API.', files: ['axum.rs'] },
  { id: 'curl', title: 'curl', what: 'Against the sandbox server.', files: ['curl.sh'] },
];

/** A file with its name and a button that copies it. */
function listing(file: string, title: string): HTMLElement {
  const code = h('code', {}, 'Loading');
  void fetch(new URL(`../../code/${file}`, import.meta.url))
    .then((answer) => answer.text())
    .then((text) => {
      code.textContent = text.trimEnd();
    });
  return h(
    'figure',
    { class: 'listing' },
    h(
      'figcaption',
      { class: 'head' },
      h('code', { dir: 'ltr' }, plain(file)),
      copyButton(() => `${code.textContent}\n`, 'Copy', said('Copy {0}', file)),
    ),
    h('pre', { class: 'code', tabindex: 0, dir: 'ltr', 'aria-label': `${t(title)}: ${file}` }, code),
  );
}

function mount(root: HTMLElement, rest: readonly string[]): void {
  fill(
    root,
    h('header', { class: 'intro' }, h('h1', {}, view.title), h('p', { class: 'lead' }, view.lead)),
    h(
      'nav',
      { 'aria-label': 'Pieces of code' },
      h(
        'ul',
        { class: 'chips' },
        PIECES.map(({ id, title }) => h('li', {}, h('a', { href: `#/code/${id}` }, title))),
      ),
    ),
    PIECES.map(({ id, title, what, files }) =>
      h(
        'section',
        { class: 'piece', id: `code-${id}`, 'aria-labelledby': `title-${id}` },
        h('div', {}, h('h2', { id: `title-${id}`, tabindex: -1 }, title), h('p', { class: 'hint' }, what)),
        files.map((file) => listing(file, title)),
      ),
    ),
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
