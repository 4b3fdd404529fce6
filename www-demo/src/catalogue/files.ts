// A catalogue to be taken away: as data/locales has it, as a table, and for a translator's tools.
import type { Catalogue, Row } from './rows.js';

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

export const EXPORTS: Record<
  string,
  [type: string, make: (rows: readonly Row[], words: Catalogue, locale: string) => string]
> = {
  json: [
    'application/json',
    (rows, words) => {
      // As data/locales has it.
      const out: Record<string, Record<string, string>> = {
        words: {},
        ask: {},
        labels: {},
        phrases: {},
        form: {},
        api: {},
      };
      const parts: Record<string, string> = {
        word: 'words',
        ask: 'ask',
        label: 'labels',
        phrase: 'phrases',
        api: 'api',
      };
      for (const { key } of rows) {
        const text = words.get(key);
        const [, kind = '', name = ''] = /^(?:(\w+):)?(.*)$/.exec(key) ?? [];
        const part = out[parts[kind] ?? 'form'];
        if (text !== undefined && part !== undefined && key !== 'whole') part[name] = text;
      }
      return `${JSON.stringify({ whole: words.get('whole'), ...out }, null, 2)}\n`;
    },
  ],
  csv: [
    'text/csv',
    (rows, words) => {
      const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const lines = rows.map(({ key, kind, english }) =>
        [key, kind, english, words.get(key) ?? ''].map(cell).join(','),
      );
      return `key,kind,en,translation\r\n${lines.join('\r\n')}\r\n`;
    },
  ],
  xlf: [
    'application/xliff+xml',
    (rows, words, locale) => {
      const units = rows.map(
        ({ key, english }) =>
          `    <unit id="${escape(key.replace(/[^\w.]/g, '_'))}" name="${escape(key)}">\n      <segment${words.has(key) ? ' state="translated"' : ''}>\n        <source>${escape(english)}</source>\n        <target>${escape(words.get(key) ?? '')}</target>\n      </segment>\n    </unit>`,
      );
      return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="${escape(locale)}">\n  <file id="kyc-rules">\n${units.join('\n')}\n  </file>\n</xliff>\n`;
    },
  ],
};
