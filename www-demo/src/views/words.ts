import type { View } from '../main.js';
export const view: View = { title: 'words', lead: '', mount: () => {} };
