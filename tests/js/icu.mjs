// A second reader of the templates' ICU subset, for tests: a tree to look at, and a plain evaluation of it to compare with.
// It shares nothing with pkg-template/src/icu.js, and throws where a template is not well formed.

/**
 * A template as a tree: text, `{ name }`, `{ name, kind, cases }`, and `#` as `{ name, hash: true }`.
 * @param {string} pattern
 */
export function parse(pattern) {
  const tokens = [...pattern.matchAll(/''|'[{}][^']*'|[{}#]|[^'{}#]+|'/g)].map(([token]) => token);
  let at = 0;
  const nodes = (plural, nested) => {
    const out = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined) {
        if (nested) throw new SyntaxError('a brace is not closed');
        return out;
      }
      if (token === '}') {
        if (!nested) throw new SyntaxError('a brace too many');
        return out;
      }
      at += 1;
      if (token === "''") out.push("'");
      else if (/^'[{}]/.test(token)) out.push(token.slice(1, -1));
      else if (token === '#' && plural !== undefined) out.push({ name: plural, hash: true });
      else if (token === '{') out.push(argument(plural));
      else out.push(token);
    }
  };
  const argument = (plural) => {
    const head = (tokens[at++] ?? '').split(',').map((part) => part.trim());
    const [name, kind] = head;
    if (!/^\w+$/.test(name)) throw new SyntaxError(`no name: ${name}`);
    if (head.length === 1) {
      if (tokens[at++] !== '}') throw new SyntaxError(`${name} is not closed`);
      return { name };
    }
    if (kind !== 'plural' && kind !== 'select') throw new SyntaxError(`${name} is neither plural nor select`);
    let key = head[2];
    const cases = new Map();
    while (tokens[at] === '{') {
      at += 1;
      if (!/^(=\d+|\w+)$/.test(key)) throw new SyntaxError(`${name}: no case: ${key}`);
      if (cases.has(key)) throw new SyntaxError(`${name}: ${key} twice`);
      cases.set(key, nodes(kind === 'plural' ? name : plural, true));
      at += 1;
      key = tokens[at] === '}' ? '' : (tokens[at++] ?? '').trim();
    }
    if (key !== '' || tokens[at++] !== '}') throw new SyntaxError(`${name}: its cases do not end`);
    if (!cases.has('other')) throw new SyntaxError(`${name}: no other`);
    return { name, kind, cases };
  };
  return nodes(undefined, false);
}

/** Every argument of a tree, in whatever case. */
export function argumentsOf(nodes) {
  return nodes.flatMap((node) =>
    typeof node === 'string' || node.hash ? [] : [node, ...[...(node.cases?.values() ?? [])].flatMap(argumentsOf)],
  );
}

/** How a language counts, and writes numbers: made once, since making it takes longer than a thousand sentences. */
const readers = new Map();
function readerOf(locale) {
  if (!readers.has(locale)) {
    const numbers = new Intl.NumberFormat(`${locale}-u-nu-latn`);
    readers.set(locale, { plurals: new Intl.PluralRules(locale), numbers });
  }
  return readers.get(locale);
}

/** What a tree says. */
export function evaluate(nodes, values, locale) {
  const { plurals, numbers } = readerOf(locale);
  const say = (list) =>
    list
      .map((node) => {
        if (typeof node === 'string') return node;
        const value = values[node.name];
        if (node.kind === undefined) return typeof value === 'number' ? numbers.format(value) : String(value);
        const exact = node.kind === 'plural' ? node.cases.get(`=${value}`) : undefined;
        const key = node.kind === 'plural' ? plurals.select(value) : value;
        return say(exact ?? node.cases.get(key) ?? node.cases.get('other'));
      })
      .join('');
  return say(nodes);
}
