// The journey of one customer: answers, the step it is at, the sandbox behind it. Saved in memory alone: it outlives a change of
// view, not the page.
import { type Issue, type Messages, type Options, pick, type Report, validate, validateCustomer } from 'kyc-rules';
import { createSandbox, type Sandbox, type SandboxCustomer, type SandboxEvent } from 'kyc-rules/sandbox';
import { type CountryRow, type Data, get } from './data.js';
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

interface Exchange {
  method: string;
  path: string;
  request: unknown;
  status: number;
  response: unknown;
}

/** A file that was looked at, by the path it stands for. */
interface Shot {
  name: string;
  url: string;
  acceptable: boolean;
  lines: { severity: string; message: string }[];
}

/** A customer at a server, and what its form may ask with. */
export interface Server {
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

/** Tells them. */
export const heard = () => {
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
