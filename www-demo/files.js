// Document images: a file picker, the picture, and what a reviewer would say of it, side by side. The file stays on this page.
import { at, make } from './dom.js';
import { assess } from './kyc-rules/image.js';

const TYPES = [
  ['PASSPORT', 'Passport'],
  ['DRIVERS_LICENSE', 'Driving licence'],
  ['NATIONAL_ID', 'Identity card'],
  ['RESIDENCE_PERMIT', 'Residence permit'],
  ['UTILITY_BILL', 'Utility bill'],
  ['BANK_STATEMENT', 'Bank statement'],
  ['LEASE_AGREEMENT', 'Lease'],
];
const POLICIES = ['guide', 'fern', 'stripe', 'mangopay', 'lemonway', 'onfido', 'sumsub'];
const WORDS = {
  end: 'where the file ends',
  size: 'the size in pixels',
  resolution: 'the resolution',
  pages: 'the number of pages',
  sharpness: 'sharpness',
  light: 'light',
  glare: 'glare',
  colour: 'colour',
  corners: 'all four corners',
};

/** How often each type of document was tried: what is measured blocks the first two times. */
const attempts = new Map();
let shown;
let latest = 0;

function draw() {
  const option = ([value, text]) => make('option', { value }, text);
  const picker = make('input', { type: 'file', id: 'file', accept: 'image/*,application/pdf' });
  const type = make('select', { id: 'file-type' }, ...TYPES.map(option));
  const policy = make('select', { id: 'file-policy' }, ...POLICIES.map((name) => option([name, name])));
  at('files').replaceChildren(
    make('h2', { id: 'files-title' }, 'Document images'),
    make('p', {}, 'What a reviewer would say days later, said before the upload. The file stays on this page.'),
    make(
      'form',
      { className: 'tools', id: 'file-tools' },
      make('label', { className: 'tool' }, make('span', {}, 'What it shows'), type),
      make('label', { className: 'tool' }, make('span', {}, 'Policy'), policy),
      make('label', { className: 'tool grow' }, make('span', {}, 'File (JPG, PNG or PDF)'), picker),
    ),
    make(
      'div',
      { className: 'file-columns' },
      make('div', { id: 'picture' }),
      make('div', { id: 'file-report', role: 'status' }),
    ),
  );
  picker.addEventListener('change', () => judge(true));
  for (const select of [type, policy]) select.addEventListener('change', () => judge(false));
}

async function judge(isNew) {
  const [file] = at('file').files;
  if (file === undefined) return;
  const documentType = at('file-type').value;
  if (isNew) attempts.set(documentType, (attempts.get(documentType) ?? 0) + 1);
  latest += 1;
  const own = latest;
  if (isNew) showPicture(file);
  const attempt = attempts.get(documentType) ?? 1;
  const report = await assess(file, { documentType, policy: at('file-policy').value, attempt });
  // Another file was chosen while this one was looked at.
  if (own === latest) showReport(report, attempt);
}

function showPicture(file) {
  if (shown !== undefined) URL.revokeObjectURL(shown);
  shown = URL.createObjectURL(file);
  const none = make('p', { className: 'none' }, 'No preview of this file.');
  const picture = make('img', { src: shown, alt: 'The chosen file' });
  picture.addEventListener('error', () => picture.replaceWith(none));
  at('picture').replaceChildren(picture);
}

function showReport({ acceptable, issues, unverified, facts, quality }, attempt) {
  const items = issues.map(({ severity, message, code }) =>
    make('li', { className: severity }, message, make('span', { className: 'where' }, make('code', {}, code))),
  );
  const said = [facts.format ?? 'Unknown format', `${facts.bytes.toLocaleString('en')} bytes`];
  if (facts.width !== undefined) said.push(`${facts.width} × ${facts.height} pixels`);
  if (facts.effectiveDpi !== undefined) said.push(`${facts.effectiveDpi} DPI at most`);
  if (facts.pdf?.pages !== undefined) said.push(`${facts.pdf.pages} ${facts.pdf.pages === 1 ? 'page' : 'pages'}`);
  if (quality?.blur !== undefined) said.push(`blur ${(quality.blur / 10000).toFixed(2)}`);
  const verdict = make('p', { className: `verdict ${acceptable ? 'ready' : 'invalid'}` });
  verdict.append(
    make('strong', {}, acceptable ? 'acceptable' : 'not acceptable'),
    make('span', {}, `attempt ${attempt}`),
  );
  const open = unverified.map((name) => WORDS[name] ?? name).join(', ');
  at('file-report').replaceChildren(
    verdict,
    make('p', {}, said.join(' · ')),
    items.length === 0
      ? make('p', { className: 'none' }, 'Nothing to be said.')
      : make('ol', { className: 'issues' }, ...items),
    ...(open === '' ? [] : [make('p', { className: 'none' }, `Not verified: ${open}.`)]),
  );
}

draw();
