import type { View } from '../main.js';
export const view: View = { title: 'rules', lead: '', mount: () => {} };
