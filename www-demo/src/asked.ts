// What a reviewer asks for: which answers it opens again, whether they are answered by anything new, and the patch that sends them.
import { type Requirement, requirements } from 'kyc-rules/lifecycle';
import { type Data, get, set } from './data.js';
import { flow } from './flow.js';
import { customer } from './requests.js';

/** What is asked for that the customer may know of. */
export function asked(): Requirement[] {
  const codes = customer()?.requirements ?? [];
  return requirements(codes).filter(({ audience }) => audience === 'customer');
}

const SIDES = ['documents[].frontImageUrl', 'documents[].backImageUrl'];

/** The paths of the form that these requirements open again, and no others. */
export function reopened(list: readonly Requirement[] = asked()): string[] {
  const paths = new Set<string>();
  const documents = Array.isArray(flow.data.documents) ? flow.data.documents : [];
  for (const { code, fields } of list) {
    if (/^documents\[\d+\]/.test(code)) paths.add(code);
    else if (fields.length > 0 && fields.every((field) => SIDES.includes(field)) && documents.length === 0)
      paths.add('documents');
    else for (const field of fields) paths.add(field);
  }
  return [...paths];
}

/** What is held at a path, of a document or of all of them. */
function heldAt(data: Data, path: string): unknown {
  if (!path.startsWith('documents[]')) return get(data, path);
  const list = Array.isArray(data.documents) ? data.documents : [];
  return list.map((document) => get(document, path.slice('documents[].'.length)));
}

/**
 * What was asked for and is not answered by anything new since. A document or a picture that was asked for must be another one; a word
 * that was asked again may be right as it is, as long as something was added at all.
 */
export function unanswered(list: readonly Requirement[], before: Data): Requirement[] {
  const isSame = (path: string) => JSON.stringify(heldAt(flow.data, path)) === JSON.stringify(heldAt(before, path));
  const pathsOf = (own: Requirement) => reopened([own]);
  const same = list.filter((own) => pathsOf(own).length > 0 && pathsOf(own).every(isSame));
  if (same.length === list.length) return same;
  return same.filter((own) => pathsOf(own).every((path) => path.startsWith('documents')));
}

/** The patch that answers them: the members of `kycData` they lie in. */
export function patchOf(paths: readonly string[]): Data {
  const patch: Data = {};
  for (const path of paths) {
    const [top = ''] = path.split(/[.[]/);
    if (top === 'address' && path !== 'address') set(patch, path, get(flow.data, path));
    else if (flow.data[top] !== undefined) patch[top] = structuredClone(flow.data[top]);
  }
  return patch;
}
