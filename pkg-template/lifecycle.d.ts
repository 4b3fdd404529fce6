// The public types of kyc-rules/lifecycle.

/** The guide's statuses; any other text is kept as it is. */
export type CustomerStatus =
  | 'CREATED'
  | 'UNDER_REVIEW'
  | 'NEEDS_ADDITIONAL_INFORMATION'
  | 'ACTIVE'
  | 'REJECTED'
  | 'DEACTIVATED'
  | (string & {});

/** What a status allows. */
export interface StatusFacts {
  /** Whether the API takes a PATCH. */
  canPatch: boolean;
  /** Whether the customer may use the platform's services. */
  canTransact: boolean;
  /** Whether asking again brings nothing new by itself. */
  isTerminalForPolling: boolean;
  /** Whether this version knows the status. */
  isKnown: boolean;
  /** Whose turn it is. */
  turn: 'customer' | 'provider' | 'nobody';
}

export interface StatusOptions {
  /** Whether data may be changed after a rejection, as the guide's code does: true. */
  patchWhenRejected?: boolean;
}

/** What a provider asks for. */
export interface Requirement {
  /** The provider's own code. */
  code: string;
  /** The key of its message: `document_expired`; `unknown` for a code nobody knows. */
  key: string;
  /** Paths of the fields to open again: `documents[].backImageUrl`. */
  fields: string[];
  /** Whether another try helps. */
  retryable: boolean;
  /** Who may see it. */
  audience: 'customer' | 'internal';
  /** What to tell the customer, in English; empty where it is not for the customer. */
  message: string;
}

/** An API's error. */
export interface ApiError {
  status: number;
  kind:
    | 'validation'
    | 'patch_not_allowed'
    | 'unauthorized'
    | 'forbidden'
    | 'not_found'
    | 'conflict'
    | 'rate_limited'
    | 'timing'
    | 'server'
    | 'other';
  /** The API's own code; empty where it said none. */
  code: string;
  /** The API's words: they may hold a value. */
  message: string;
  fields: { field: string; index?: number; message: string }[];
  customerStatus?: CustomerStatus;
}

export interface Failure {
  /** The HTTP status; absent where no answer came. */
  status?: number;
  /** How often it has been sent again so far: 0. */
  retries?: number;
  /** Whether it was sent with a token that was made new for it already: false. */
  refreshed?: boolean;
  /** The header Retry-After. */
  retryAfter?: string;
  /** Whether sending it twice does no harm: false. */
  idempotent?: boolean;
  /** Milliseconds since 1970: the clock. */
  now?: number;
}

export type RetryDecision =
  | { do: 'retry'; after: number }
  | { do: 'refresh_token' }
  | { do: 'read_first' }
  | { do: 'give_up' };

export interface PollMoment {
  /** The status just read. */
  status: CustomerStatus;
  /** How often it has been read, this time counted. */
  asked: number;
  /** Milliseconds since polling began. */
  elapsed: number;
  /** What Retry-After asked for, in milliseconds. */
  retryAfter?: number;
  /** `guide`: 50 times, every 30 s. `patient`, the default: for ten days, ever more slowly. */
  plan?: 'guide' | 'patient';
}

export type PollStep = { wait: number } | { stop: 'settled' | 'ask_customer' | 'timed_out' | 'unexpected' };

/** How a provider signs. */
export interface WebhookScheme {
  format: 'hex' | 'standard' | 'pairs';
  /** The header of the signature. */
  signature?: string;
  /** The header of the time. */
  timestamp?: string;
  /** The header of the message's id. */
  id?: string;
}

export interface WebhookDelivery {
  /** The body as it came: raw bytes, not parsed and written again. */
  body: string | ArrayBuffer | ArrayBufferView;
  headers: Iterable<[string, string]> | Record<string, string | string[] | undefined>;
  /** Every secret that is valid: two while one is rotated. */
  secrets: string[];
  scheme?: WebhookScheme;
  now?: number;
  /** How old or early it may be, in milliseconds: 300,000. */
  tolerance?: number;
}

export type Verification =
  | { ok: true }
  | {
      ok: false;
      fault: 'missing_header' | 'malformed_header' | 'too_old' | 'too_new' | 'no_secret' | 'mismatch';
    };

/** A change of a customer's status. */
export interface StatusEvent {
  /** To know it again; empty where the envelope has none. */
  id: string;
  type: string;
  customerId: string;
  oldStatus?: CustomerStatus;
  newStatus: CustomerStatus;
  /** RFC 3339. */
  occurredAt?: string;
  reason?: string;
  requirements: Requirement[];
}

export type WebhookReading =
  | { ok: true; event: StatusEvent }
  | { ok: false; fault: 'not_json' | 'other_type' | 'incomplete' };

/** What is known of a customer from its events; plain data, to be stored. */
export interface Known {
  status: CustomerStatus;
  since?: string;
  seen?: string[];
}

export function init(): Promise<void>;
export function status(name: CustomerStatus, options?: StatusOptions): StatusFacts;
export function canPatch(name: CustomerStatus, options?: StatusOptions): boolean;
export function canTransact(name: CustomerStatus): boolean;
export function mayFollow(from: CustomerStatus, to: CustomerStatus): boolean;
/**
 * Stored data after a patch, by RFC 7396.
 * @throws RangeError beyond 32 levels or 20,000 values, or where a text is not Unicode
 */
export function mergePatch<T>(stored: unknown, patch: unknown): T;
export function requirements(codes: readonly string[]): Requirement[];
export function apiError(httpStatus: number, body: unknown): ApiError;
export function retry(failure: Failure): RetryDecision;
export function poll(moment: PollMoment): PollStep;
export const SCHEMES: Readonly<Record<'hex' | 'api' | 'standard' | 'stripe', WebhookScheme>>;
export function verifyWebhook(delivery: WebhookDelivery): Verification;
export function readWebhook(body: string | ArrayBuffer | ArrayBufferView): WebhookReading;
export function reduceEvent(
  known: Known,
  event: StatusEvent,
): { news: 'new' | 'duplicate' | 'stale' | 'unchanged' | 'gap'; known: Known };

/** Thrown when the module itself failed. */
export class KycInternalError extends Error {}
