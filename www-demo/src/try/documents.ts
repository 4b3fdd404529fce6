// Documents: which kind, its number and dates, and a picture of each side, looked at before it would be uploaded.
import { fields } from 'kyc-rules';
import { assess, fingerprint } from 'kyc-rules/image';
import { answerIn, type Data } from '../data.js';
import { h, icon, plain } from '../dom.js';
import { dropZone } from '../drop.js';
import { flow } from '../flow.js';
import { langOf, said, t } from '../language.js';
import { upload } from '../requests.js';
import { specimen } from '../specimen.js';
import { bound, type Context, documentsOf } from './form.js';

const KINDS = fields.find(({ path }) => path === 'documents[].type')?.values ?? [];
const OF_ADDRESS = ['UTILITY_BILL', 'BANK_STATEMENT', 'LEASE_AGREEMENT'];
const ofDocuments = fields.filter(({ path }) => path.startsWith('documents[].'));
const SIDES = [
  ['frontImageUrl', 'Front'],
  ['backImageUrl', 'Back'],
] as const;

const has = (type: unknown, path: string) =>
  ofDocuments.some((field) => field.path === path && (field.documentTypes?.includes(String(type)) ?? true));

/** Looks at a file, and puts the address it would be uploaded to into the answers. */
async function take(context: Context, path: string, type: string, blob: Blob, name: string): Promise<void> {
  const tried = `${type} ${path}`;
  const attempt = (flow.attempts.get(tried) ?? 0) + 1;
  flow.attempts.set(tried, attempt);
  const report = await assess(blob, { documentType: type, attempt, name });
  const sent = report.acceptable ? await upload(blob, name) : undefined;
  const refused = sent && 'refused' in sent ? sent.refused : undefined;
  const acceptable = report.acceptable && refused === undefined;
  const before = flow.shots.get(path);
  if (before !== undefined) URL.revokeObjectURL(before.url);
  flow.shots.set(path, {
    name,
    url: URL.createObjectURL(blob),
    acceptable,
    lines: [
      ...(refused === undefined ? [] : [{ severity: 'error', message: refused }]),
      ...report.issues.map(({ severity, message }) => ({ severity, message })),
    ],
  });
  const [, index = '0', key = ''] = /^documents\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  const document = documentsOf()[Number(index)];
  if (document !== undefined) {
    const mark = fingerprint(new Uint8Array(await blob.arrayBuffer())).slice(0, 12);
    const kind = blob.type === 'application/pdf' ? 'pdf' : blob.type === 'image/png' ? 'png' : 'jpg';
    // Where no server has the customer, nothing is uploaded: an address as it would be.
    if (acceptable) document[key] = sent && 'url' in sent ? sent.url : `https://your-storage.com/${mark}.${kind}`;
    else delete document[key];
  }
  context.changed();
  context.redraw();
}

/** A side: a place to drop a file, or what was seen in it. */
function side(context: Context, document: Data, path: string, name: string, index: number): HTMLElement {
  const type = String(document.type);
  const id = `file-${index}-${name}`;
  const given = document[path.split('.').pop() ?? ''];
  const shot = flow.shots.get(path);
  const title = has(type, 'documents[].backImageUrl')
    ? name === 'Front'
      ? 'Front of the document'
      : 'Back of the document'
    : type === 'PASSPORT'
      ? 'The page with the photo'
      : 'The document';
  const [input, drop] = dropZone(
    { id, describedBy: `${id}-report`, take: (file) => void take(context, path, type, file, file.name) },
    shot ? h('img', { src: shot.url, alt: '', class: 'thumb' }) : icon('upload'),
    title,
    shot ? [plain(shot.name), ' · ', 'choose another'] : 'Drop a photo or PDF here, or choose one',
  );
  const specimenButton = (blurred: boolean) =>
    h(
      'button',
      {
        type: 'button',
        class: 'small',
        'aria-label': said(
          '{0}: {1}, document {2}',
          t(blurred ? 'Use a blurred specimen' : 'Use a specimen'),
          t(title),
          index + 1,
        ),
        onclick: async () =>
          void take(context, path, type, await specimen(type, name, blurred), `specimen-${name.toLowerCase()}.jpg`),
      },
      blurred ? 'Use a blurred specimen' : 'Use a specimen',
    );
  const says = h('p', { class: 'say error', 'data-says': path, 'data-control': id, hidden: true });
  const report = h(
    'div',
    { id: `${id}-report`, class: 'shot', role: 'status' },
    shot === undefined
      ? given !== undefined && h('p', { class: 'hint' }, 'A picture is on file.')
      : [
          h(
            'p',
            { class: `shot-verdict ${!shot.acceptable ? 'invalid' : shot.lines.length > 0 ? 'warning' : 'ready'}` },
            icon(!shot.acceptable ? 'alert' : shot.lines.length > 0 ? 'info' : 'check'),
            !shot.acceptable
              ? 'A reviewer would send this back'
              : shot.lines.length > 0
                ? 'It can be uploaded. Look at this first'
                : 'Good to upload',
          ),
          shot.lines.length > 0 &&
            h(
              'ul',
              {},
              shot.lines.map(({ severity, message }) => h('li', { class: severity, lang: langOf(message) }, message)),
            ),
        ],
  );
  return h(
    'div',
    { class: 'side' },
    says,
    input,
    drop,
    report,
    h('div', { class: 'actions' }, specimenButton(false), specimenButton(true)),
  );
}

function card(context: Context, document: Data, index: number, open: (path: string) => boolean): HTMLElement {
  const path = `documents[${index}]`;
  const own = (key: string) => `${path}.${key}`;
  const rows = ofDocuments
    .map((field) => field.path.replace('documents[].', ''))
    .filter((key) => !['type', 'mrz', 'frontImageUrl', 'backImageUrl'].includes(key))
    .filter((key) => has(document.type, `documents[].${key}`) && open(own(key)));
  const sides = SIDES.filter(([key]) => has(document.type, `documents[].${key}`) && open(own(key)));
  return h(
    'section',
    { class: 'document', 'aria-label': said('Document {0}', index + 1) },
    h(
      'div',
      { class: 'head' },
      h('h3', {}, answerIn('documents[].type', String(document.type ?? 'Document'))),
      open(own('type')) &&
        h(
          'button',
          {
            type: 'button',
            class: 'small',
            'aria-label': said('Remove document {0}', index + 1),
            onclick: () => {
              documentsOf().splice(index, 1);
              if (documentsOf().length === 0) delete flow.data.documents;
              // The pictures stand by place, and the places behind it have changed.
              flow.shots.clear();
              flow.attempts.clear();
              context.changed();
              context.redraw();
            },
          },
          'Remove',
        ),
    ),
    h('p', { class: 'say error', 'data-says': path, 'data-control': `file-${index}-Front`, hidden: true }),
    rows.map((key) => bound(context, own(key))),
    h(
      'div',
      { class: 'sides' },
      sides.map(([key, name]) => side(context, document, own(key), name, index)),
    ),
  );
}

/** The page: cards of the documents there are, and kinds to add. `paths`: what is open of them, `documents` for all. */
export function documents(context: Context, paths: readonly string[]): HTMLElement[] {
  const all = paths.includes('documents');
  const open = (path: string) => all || paths.includes(path) || paths.includes(path.replace(/\[\d+\]/, '[]'));
  const list = documentsOf();
  const cards = list
    .map((document, index) => ({ document, index }))
    .filter(
      ({ index }) =>
        all || paths.some((path) => path.startsWith('documents[].') || path.startsWith(`documents[${index}]`)),
    )
    .map(({ document, index }) => card(context, document, index, open));
  if (!all) return cards;
  const add = (kind: string) =>
    h(
      'button',
      {
        type: 'button',
        class: 'kind',
        id: `add-${kind}`,
        onclick: () => {
          flow.data.documents = [...list, { type: kind }];
          context.changed();
          context.redraw();
          globalThis.document
            .querySelector<HTMLElement>(`#f-documents-${list.length}-number, #file-${list.length}-Front`)
            ?.focus();
        },
      },
      answerIn('documents[].type', kind),
    );
  const kinds = (title: string, hint: string, of: readonly string[]) =>
    h(
      'section',
      { class: 'kinds' },
      h('h3', {}, title),
      h('p', { class: 'hint' }, hint),
      h('div', { class: 'kind-list' }, of.map(add)),
    );
  return [
    h('p', { class: 'say error', 'data-says': 'documents', 'data-control': 'add-PASSPORT', hidden: true }),
    ...cards,
    kinds(
      list.length === 0 ? 'Which photo ID do you have?' : 'Add another photo ID',
      'Issued by a government and in date.',
      KINDS.filter((kind) => !OF_ADDRESS.includes(kind)),
    ),
    kinds('Add a proof of address', 'From the last 90 days. It makes the review quicker.', OF_ADDRESS),
  ];
}
