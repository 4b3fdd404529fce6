import type { View } from '../main.js';
export const view: View = { title: 'code', lead: '', mount: () => {} };
