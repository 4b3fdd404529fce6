// A page for the libraries that want one.
import { Window } from 'happy-dom';

const window = new Window({ url: 'https://localhost/' });
const names = [
  'document',
  'navigator',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLIFrameElement',
  'HTMLButtonElement',
  'Element',
  'Node',
  'Event',
];
names.push('SVGElement', 'MutationObserver', 'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame');
globalThis.window = window;
for (const name of names)
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
