// Images: what a reviewer would say of a file days later, said before the upload, with the places it is about marked on the picture.
import { assess, type ImageReport } from 'kyc-rules/image';
import { answerIn, wordsOf } from '../data.js';
import { choice, fill, h, icon, plain } from '../dom.js';
import { dropZone } from '../drop.js';
import { language, said as spoken, t } from '../language.js';
import type { View } from '../main.js';
import { type Layer, overlay } from '../overlay.js';
import { specimen } from '../specimen.js';

const TYPES = [
  'PASSPORT',
  'DRIVERS_LICENSE',
  'NATIONAL_ID',
  'RESIDENCE_PERMIT',
  'STATE_ID',
  'UTILITY_BILL',
  'BANK_STATEMENT',
  'LEASE_AGREEMENT',
];
const POLICIES = ['guide', 'fern', 'stripe', 'mangopay', 'lemonway', 'onfido', 'sumsub'] as const;
const WORDS: Record<string, string> = {
  end: 'where the file ends',
  size: 'the size in pixels',
  resolution: 'the resolution',
  pages: 'the number of pages',
  light: 'the light',
  colour: 'the colour',
  corners: 'all four corners',
};
const LAYERS = [
  ['none', 'Nothing'],
  ['blur', 'Where it is out of focus'],
  ['glare', 'Where it is too bright'],
  ['border', 'What runs out of it'],
] as const;
/** What the marks mean. */
const LEGENDS: Record<Layer, string> = {
  none: '',
  blur: 'Red is out of focus; a plain place says nothing of it.',
  glare: 'Orange shows nothing but white.',
  border: 'The outermost fiftieth; red is an edge in it, where something runs out of the picture.',
};

/** Whose word the presets are. */
const RULES =
  'The guide’s rules are its own words. The others are read from what these firms publish for their customers; none of them has confirmed it.';

const chosen = {
  type: 'PASSPORT',
  policy: 'guide' as (typeof POLICIES)[number],
  layer: 'none' as Layer,
  /** Which try of the same document it is: what is measured stops the first two times only. */
  attempt: '1',
};
let file: { blob: Blob; name: string } | undefined;

const percent = (parts: number | undefined) => (parts === undefined ? '—' : `${(parts / 100).toFixed(1)} %`);

function factsOf({ facts, quality }: ImageReport): [string, string][] {
  const list: [string, string][] = [
    ['Format', facts.format ?? 'unknown'],
    ['Size', `${facts.bytes.toLocaleString('en')} bytes`],
  ];
  if (facts.width !== undefined) list.push(['Pixels', `${facts.width} × ${facts.height}`]);
  if (facts.effectiveDpi !== undefined) list.push(['Resolution', `${facts.effectiveDpi} DPI at most`]);
  if (facts.jpegQuality !== undefined) list.push(['JPEG quality', String(facts.jpegQuality)]);
  if (facts.pdf?.pages !== undefined) list.push(['Pages', String(facts.pdf.pages)]);
  if (quality !== undefined) {
    if (quality.blur !== undefined) list.push(['Blur', (quality.blur / 10000).toFixed(2)]);
    list.push(
      ['Mean brightness', String(quality.mean)],
      ['Glare', percent(quality.glare)],
      ['Colour', String(quality.chroma)],
      ['Edges at the border', percent(quality.border)],
    );
  }
  return list;
}

function mount(root: HTMLElement): () => void {
  const picture = h('div', { class: 'picture' });
  const report = h('div', { class: 'image-report', role: 'status' });
  let url: string | undefined;
  let latest = 0;

  async function judge(isNew: boolean): Promise<void> {
    if (file === undefined) return;
    latest += 1;
    const own = latest;
    const { blob, name } = file;
    if (isNew || url === undefined) await show(blob);
    const attempt = Number(chosen.attempt);
    const said = await assess(blob, { documentType: chosen.type, policy: chosen.policy, attempt, name });
    // Another file was chosen while this one was looked at.
    if (own !== latest) return;
    tell(said);
  }

  async function show(blob: Blob): Promise<void> {
    if (url !== undefined) URL.revokeObjectURL(url);
    url = URL.createObjectURL(blob);
    const image = h('img', { alt: 'The chosen file' });
    image.src = url;
    try {
      await image.decode();
      const legend = LEGENDS[chosen.layer];
      fill(
        picture,
        h('div', { class: 'sheet' }, image, overlay(image, chosen.layer)),
        legend !== '' && h('p', { class: 'hint' }, legend),
      );
    } catch {
      fill(picture, h('p', { class: 'none' }, 'No preview of this kind of file.'));
    }
  }

  function tell(said: ImageReport): void {
    const { acceptable, issues, unverified } = said;
    const open = unverified.map((name) => t(WORDS[name] ?? name)).join(', ');
    fill(
      report,
      h(
        'p',
        { class: `verdict ${!acceptable ? 'invalid' : issues.length > 0 ? 'warning' : 'ready'}` },
        h(
          'strong',
          {},
          !acceptable
            ? 'A reviewer would send this back'
            : issues.length > 0
              ? 'It can be uploaded. Look at this first'
              : 'Good to upload',
        ),
        spoken(' · try {0}', chosen.attempt),
      ),
      issues.length > 0
        ? h(
            'ul',
            { class: 'issues' },
            issues.map(({ severity, message, code }) =>
              h(
                'li',
                { class: severity },
                icon(severity === 'error' ? 'alert' : 'info'),
                h('span', {}, message, ' ', h('code', { dir: 'ltr' }, plain(code))),
              ),
            ),
          )
        : h('p', {}, 'Nothing to be said.'),
      h(
        'dl',
        { class: 'facts' },
        factsOf(said).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
      ),
      open !== '' && h('p', { class: 'hint' }, spoken('Nobody can tell from here: {0}.', open)),
    );
  }

  const take = (blob: Blob, name: string) => {
    file = { blob, name };
    void judge(true);
  };
  const [input, drop] = dropZone(
    { id: 'file', class: 'drop big', take: (file) => take(file, file.name) },
    icon('upload'),
    'Drop a photo or PDF here, or choose one',
    'JPG, PNG or PDF. It stays on this page.',
  );
  const made = (blurred: boolean, id: string, text: string) =>
    h(
      'button',
      { type: 'button', id, onclick: async () => take(await specimen(chosen.type, 'Front', blurred), 'specimen.jpg') },
      text,
    );
  fill(
    root,
    h('header', { class: 'intro' }, h('h1', {}, view.title), h('p', { class: 'lead' }, view.lead)),
    h(
      'div',
      { class: 'tools' },
      choice(
        'What it shows',
        // Where the form alone is translated, this page is in English.
        TYPES.map((type) => [type, language.isPart ? wordsOf(type) : answerIn('documents[].type', type)] as const),
        chosen.type,
        (value) => {
          chosen.type = value;
          void judge(false);
        },
        { id: 'file-type' },
      ),
      choice(
        'Whose rules',
        POLICIES.map((name) => [name, name] as const),
        chosen.policy,
        (value) => {
          chosen.policy = value as 'guide';
          void judge(false);
        },
        { id: 'file-policy' },
      ),
      choice(
        'Which try',
        [
          ['1', 'The first'],
          ['2', 'The second'],
          ['3', 'The third: no more refusals'],
        ],
        chosen.attempt,
        (value) => {
          chosen.attempt = value;
          void judge(false);
        },
        { id: 'attempt' },
      ),
      choice(
        'Mark',
        LAYERS,
        chosen.layer,
        (value) => {
          chosen.layer = value as 'blur';
          if (file !== undefined) void show(file.blob);
        },
        { id: 'layer' },
      ),
      h(
        'div',
        { class: 'actions' },
        made(false, 'use-specimen', 'Use a specimen'),
        made(true, 'use-blurred', 'Use a blurred one'),
      ),
    ),
    h('p', { class: 'hint' }, RULES),
    h(
      'div',
      { class: 'image-columns' },
      h('div', { class: 'stack' }, h('div', { class: 'side' }, input, drop), picture),
      report,
    ),
  );
  if (file !== undefined) void judge(false);
  else
    fill(
      report,
      h('p', { class: 'hint' }, 'What is said of a file stands here: the verdict, the reasons, and what was measured.'),
    );
  return () => {
    if (url !== undefined) URL.revokeObjectURL(url);
  };
}

export const view: View = {
  title: 'A picture, before it is sent',
  lead: 'What a reviewer would say in three days, said in a tenth of a second: format, size, sharpness, light, glare. The file stays on this page.',
  mount,
};
