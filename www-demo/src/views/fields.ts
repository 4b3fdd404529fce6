import type { View } from '../main.js';
export const view: View = { title: 'fields', lead: '', mount: () => {} };
