import type { View } from '../main.js';
export const view: View = { title: 'theme', lead: '', mount: () => {} };
