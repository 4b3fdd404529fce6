// The journey of one customer: answers, the step it is at, the sandbox behind it. Saved in memory alone: it outlives a change of
// view, not the page.
import { type Issue, type Messages, type Options, pick, type Report, validate, validateCustomer } from 'kyc-rules';
import { type Requirement, requirements } from 'kyc-rules/lifecycle';
import { createSandbox, type Sandbox, type SandboxCustomer, type SandboxEvent } from 'kyc-rules/sandbox';
import { type CountryRow, type Data, get, set } from './data.js';
import { messagesFor } from './locale.js';
import { options, settings } from './settings.js';

export const STEPS = [
  { id: 'account', title: 'Your account', paths: ['email', 'firstName', 'lastName'] },
  {
    id: 'personal',
    title: 'About you',
    paths: ['legalFirstName', 'legalMiddleName', 'legalLastName', 'phoneNumber', 'dateOfBirth', 'nationality'],
  },
  { id: 'address', title: 'Where you live', paths: ['address'] },
  {
    id: 'identity',
    title: 'Your national ID',
    paths: ['nationalIdIssuingCountry', 'nationalIdType', 'nationalIdNumber'],
  },
  {
    id: 'money',
    title: 'Work and money',
    paths: [
      'employmentStatus',
      'mostRecentOccupation',
      'sourceOfFunds',
      'accountPurpose',
      'expectedMonthlyPaymentsUsd',
      'isIntermediary',
    ],
  },
  { id: 'documents', title: 'Your documents', paths: ['documents'] },
  { id: 'review', title: 'Check your answers', paths: [] },
  { id: 'status', title: 'What happens now', paths: [] },
] as const;

export type StepId = (typeof STEPS)[number]['id'] | 'more' | 'saved';

export interface Exchange {
  method: string;
  path: string;
  request: unknown;
  status: number;
  response: unknown;
}

/** A file that was looked at, by the path it stands for. */
export interface Shot {
  name: string;
  url: string;
  acceptable: boolean;
  lines: { severity: string; message: string }[];
}

/** A customer at a server, and what its form may ask with. */
interface Server {
  token: string;
  seen: SandboxCustomer;
}

interface Flow {
  account: Data;
  data: Data;
  id: string | undefined;
  /** Pages whose answers were checked once: from then on, what is said follows each key. */
  tried: Set<StepId>;
  exchanges: Exchange[];
  events: SandboxEvent[];
  shots: Map<string, Shot>;
  /** How often a picture of a side was tried, by its path and the kind of document: what is measured stops the first two times only. */
  attempts: Map<string, number>;
  sandbox: Sandbox;
  /** The server that has the customer, where a verification link led here; else the sandbox in the page has it. */
  server: Server | undefined;
  /** The sample or mistake it began with, as an address names it: `sample=ireland`. */
  origin: string;
  /** The page to go on from, once it was put aside. */
  aside: StepId | undefined;
  /** The policy the sandbox was made with. */
  policy: Options['policy'];
  tables: Map<string, CountryRow>;
}

const started = performance.now();

/** The sandbox's clock starts at ten on the day the page judges by. */
const clock = () => Date.parse(`${settings.today}T10:00:00Z`) + performance.now() - started;

function fresh(): Omit<Flow, 'tables'> {
  return {
    account: { type: 'INDIVIDUAL' },
    data: {},
    id: undefined,
    tried: new Set(),
    exchanges: [],
    events: [],
    shots: new Map(),
    attempts: new Map(),
    sandbox: createSandbox({ clock, policy: settings.policy }),
    server: undefined,
    origin: '',
    aside: undefined,
    policy: settings.policy,
  };
}

export const flow: Flow = { ...fresh(), tables: new Map() };

const listeners = new Set<() => void>();

/** Calls back when a request was made or a webhook came. */
export function onWire(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const heard = () => {
  for (const listener of listeners) listener();
};

function listen(): void {
  flow.sandbox.subscribe((event) => {
    flow.events.push(event);
    heard();
  });
}
listen();

/** Starts again, with these answers. */
export function restart(data: Data = {}, account: Data = {}): void {
  for (const { url } of flow.shots.values()) URL.revokeObjectURL(url);
  const { server, id, account: own } = flow;
  Object.assign(flow, fresh());
  // A server's customer stays who it is: only the answers begin again.
  if (server === undefined) Object.assign(flow.account, account);
  else Object.assign(flow, { server, id, account: own });
  flow.data = structuredClone(data);
  listen();
  heard();
}

/** A sandbox keeps the policy it was made with: under another one it starts again, with the same answers. */
export function followPolicy(): void {
  if (flow.policy === settings.policy) return;
  const { origin } = flow;
  restart(flow.data, flow.account);
  flow.origin = origin;
}

export const countryRow = (code: unknown): CountryRow | undefined =>
  typeof code === 'string' ? flow.tables.get(code) : undefined;

/** The labels of the customer's country. */
export function messages(): Messages {
  const { data } = flow;
  return messagesFor(
    countryRow(get(data, 'address.country')),
    data.nationalIdType as string | undefined,
    countryRow(data.nationalIdIssuingCountry),
  );
}

/** What is said of some fields; of an address that is not there yet, field by field. */
export function judge(step: StepId, paths: readonly string[]): Issue[] {
  if (step === 'account') return validateCustomer(flow.account, options(messages())).issues;
  const data = { ...flow.data, address: flow.data.address ?? {} };
  return pick(paths as Parameters<typeof pick>[0]).validate(data, options(messages())).issues;
}

/** What is said of all of it. */
export const judgeAll = (): Report => validate({ ...flow.data, address: flow.data.address ?? {} }, options(messages()));

export const blocking = (issues: readonly Issue[]): Issue[] => issues.filter(({ severity }) => severity !== 'warning');

function remember(method: string, path: string, request: unknown, answer: { status: number; body: unknown }): void {
  flow.exchanges.push({
    method,
    path,
    request: structuredClone(request),
    status: answer.status,
    response: answer.body,
  });
  heard();
}

/** `POST /customers`; whether it was created. */
export function createCustomer(): boolean {
  const answer = flow.sandbox.create(flow.account);
  remember('POST', '/api/v1/customers', flow.account, answer);
  if (answer.status === 201) flow.id = answer.body.id;
  return answer.status === 201;
}

/** Asks the server that has the customer; the address is that of the page. */
async function ask(
  method: string,
  path: string,
  token: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const init: RequestInit = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  try {
    const answer = await fetch(path, init);
    return { status: answer.status, body: await answer.json() };
  } catch {
    return { status: 0, body: { message: 'The server could not be reached' } };
  }
}

/** Uploads a file to the server that has the customer; its address, or why it was refused. */
export async function upload(blob: Blob, name: string): Promise<{ url: string } | { refused: string } | undefined> {
  const { server } = flow;
  if (server === undefined) return undefined;
  const body = new FormData();
  body.append('file', blob, name);
  const headers = { Authorization: `Bearer ${server.token}` };
  try {
    const answer = await fetch('/api/v1/uploads', { method: 'POST', headers, body });
    const said = await answer.json();
    return answer.status === 201 ? { url: said.publicUrl } : { refused: said.message };
  } catch {
    return { refused: 'The server could not be reached' };
  }
}

/** Takes over a customer of the server this page came from: what its verification link is for. */
export async function bind(id: string, token: string): Promise<boolean> {
  const path = `/api/v1/customers/${id}`;
  const answer = await ask('GET', path, token);
  if (answer.status !== 200) return false;
  flow.server = undefined;
  restart();
  const seen = answer.body as SandboxCustomer;
  const { type, email, firstName, lastName } = seen;
  Object.assign(flow, { id, server: { token, seen }, account: { type, email, firstName, lastName } });
  remember('GET', path, undefined, answer);
  return true;
}

/** Takes in what a server says of its customer; whether the status is another one, which is as good as a webhook. */
function see(server: Server, seen: SandboxCustomer): boolean {
  const { status: oldStatus } = server.seen;
  server.seen = seen;
  if (oldStatus === seen.status) return false;
  const { id: customerId, status: newStatus, reason } = seen;
  const payload = { customerId, oldStatus, newStatus, ...(reason === undefined ? {} : { reason }) };
  flow.events.push({ id: '', type: 'customer.state_changed', createdAt: seen.updatedAt, payload } as SandboxEvent);
  return true;
}

/** Looks at where the customer stands at the server, where it is one of a server. */
export async function look(): Promise<void> {
  const { server, id } = flow;
  if (server === undefined) return;
  const answer = await ask('GET', `/api/v1/customers/${id}`, server.token);
  if (answer.status !== 200) return;
  if (see(server, answer.body as SandboxCustomer)) remember('GET', `/api/v1/customers/${id}`, undefined, answer);
}

/** `PATCH /customers/:id`; the error's message, if it was one. */
export async function submit(kycData: Data): Promise<string | undefined> {
  const id = flow.id ?? '';
  const path = `/api/v1/customers/${id}`;
  const { server } = flow;
  const answer =
    server === undefined ? flow.sandbox.patch(id, { kycData }) : await ask('PATCH', path, server.token, { kycData });
  if (server !== undefined && answer.status === 200) see(server, answer.body as SandboxCustomer);
  remember('PATCH', path, { kycData }, answer);
  return answer.status === 200 ? undefined : (answer.body as { message: string }).message;
}

/** The customer as the API shows it now. `seen`: whether the request is to be shown too. */
export function customer(seen = false): SandboxCustomer | undefined {
  if (flow.id === undefined) return undefined;
  if (flow.server !== undefined) return flow.server.seen;
  const answer = flow.sandbox.get(flow.id);
  if (seen) remember('GET', `/api/v1/customers/${flow.id}`, undefined, answer);
  return answer.status === 200 ? answer.body : undefined;
}

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
