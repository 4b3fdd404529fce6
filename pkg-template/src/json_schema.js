// JSON Schema out of the table: what schema.json says (xtask/src/generate/derive/schema.rs), without its bytes in every bundle.
// Objects stand where they are used: what must be told apart by `$ref` in one dialect and another is told once.
import { LABELS } from './generated/en.js';
import { ADDRESS, CUSTOMER_FIELDS, FIELDS, FIRST_OF_DOCUMENT, LIMITS, SPELLINGS } from './generated/tables.js';

const DRAFTS = {
  'draft-2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
};
const OPENAPI = 'openapi-3.0';
const FORMATS = {
  birth_date: 'date',
  expiration_date: 'date',
  issue_date: 'date',
  email: 'idn-email',
  https_url: 'iri',
};
const formatOf = (rule) => (FORMATS[rule] === undefined ? {} : { format: FORMATS[rule] });
const TEXT = { type: 'string', minLength: 1 };

const pathOf = (place) => FIELDS[place][0];
const keyOf = (place) => pathOf(place).replace(/^.*\./, '');
const holds = (path, other) => other === path || other.startsWith(`${path}.`) || other.startsWith(`${path}[`);

/**
 * The schema of a form, or of some fields of it, or of one field's value.
 * @param {readonly number[] | undefined} places those wanted; an object or list stands for what it holds
 * @param {{customer?: boolean, item?: boolean, partial?: boolean, target: string, types?: readonly string[], value?: boolean}} how `partial`: nothing need be there;
 * `value`: of the field itself; `item`: of one in its list; `types`: the policy's own of national IDs
 */
export function schemaOf(
  places,
  { customer = false, item = false, partial = false, types = [], value = false, target },
) {
  const draft = DRAFTS[target];
  if (draft === undefined && target !== OPENAPI) throw new TypeError('jsonSchema: no such target');
  const paths = places?.map(pathOf);
  const wanted = (place) =>
    paths === undefined || paths.some((path) => holds(path, pathOf(place)) || holds(pathOf(place), path));

  function object(from, to, prefix, whole) {
    const properties = {};
    const required = [];
    for (let place = from; place < to; place++) {
      const key = keyOf(place);
      if (pathOf(place) !== prefix + key || !wanted(place)) continue;
      properties[key] = property(place);
      if (FIELDS[place][3] === 'required' && !whole) required.push(key);
    }
    return { type: 'object', properties, ...(required.length > 0 && { required }) };
  }

  function property(place) {
    const [path, control, rule, presence, values, , , example] = FIELDS[place];
    const optional = presence !== 'required';
    const type = (name) =>
      optional ? (draft ? { type: [name, 'null'] } : { type: name, nullable: true }) : { type: name };
    const schema = { title: LABELS[place] };
    if (Array.isArray(values)) {
      const more = path === 'nationalIdType' ? types : Object.keys(SPELLINGS[path] ?? {});
      Object.assign(schema, type('string'), { enum: [...values, ...more] });
    } else if (control === 'object') {
      Object.assign(schema, object(ADDRESS + 1, FIRST_OF_DOCUMENT, 'address.', partial));
    } else if (control === 'list') {
      const items = object(FIRST_OF_DOCUMENT, FIELDS.length, 'documents[].', false);
      if (draft && paths === undefined)
        items.allOf = items.properties.type.enum.slice(0, FIELDS[FIRST_OF_DOCUMENT][4].length).map(ofType);
      Object.assign(schema, { type: 'array', ...(!partial && { minItems: 1 }), maxItems: LIMITS.documents, items });
    } else if (control === 'flag') {
      Object.assign(schema, type('boolean'));
    } else {
      Object.assign(schema, type('string'), !optional && !partial && { minLength: 1 }, { maxLength: values });
      // What need not be there may be blank, which is no date.
      if (!optional) Object.assign(schema, formatOf(rule));
    }
    const shown = control === 'flag' ? example === 'true' : example;
    if (example !== '') Object.assign(schema, draft ? { examples: [shown] } : { example: shown });
    return schema;
  }

  const head = draft === undefined ? {} : { $schema: draft };
  if (value) {
    const schema = property(places[0]);
    return { ...head, ...(item ? schema.items : schema) };
  }
  const [from, to] = customer ? [0, CUSTOMER_FIELDS] : [CUSTOMER_FIELDS, FIRST_OF_DOCUMENT];
  return { ...head, ...object(from, to, '', partial) };
}

/** What a document of one type must have beside what all have. */
function ofType(kind) {
  const spellings = Object.entries(SPELLINGS['documents[].type']).filter(([, meant]) => meant === kind);
  const required = [];
  for (let place = FIRST_OF_DOCUMENT; place < FIELDS.length; place++) {
    if (FIELDS[place][8]?.includes(kind)) required.push(place);
  }
  return {
    if: { properties: { type: { enum: [kind, ...spellings.map(([spelling]) => spelling)] } } },
    then: {
      properties: Object.fromEntries(
        required.map((place) => [keyOf(place), { ...TEXT, ...formatOf(FIELDS[place][2]) }]),
      ),
      required: required.map(keyOf),
    },
  };
}
