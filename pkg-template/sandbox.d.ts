// The public types of kyc-rules/sandbox.
import type { Policy } from './index.js';
import type { CustomerStatus } from './lifecycle.js';

export interface SandboxOptions {
  /** Milliseconds since 1970: `Date.now` by default. It must not go back. */
  clock?: () => number;
  policy?: Policy;
  /** What ids are made from: the same seed gives the same ids. A random one by default. */
  seed?: string;
  /** What `verificationLink` starts with. */
  verificationLink?: string;
}

/** A customer as the API shows it. */
export interface SandboxCustomer {
  id: string;
  type: string;
  status: CustomerStatus;
  email: string;
  firstName: string;
  lastName: string;
  verificationLink: string;
  createdAt: string;
  updatedAt: string;
  /** What is asked for: codes, or the fields' paths. */
  requirements?: string[];
  /** Why it was rejected. */
  reason?: string;
}

/** An error in the guide's shape. */
export interface SandboxError {
  error: string;
  message: string;
  statusCode: number;
  customerStatus?: CustomerStatus;
}

/** An answer of the API: the HTTP status decides what the body is. */
export type SandboxAnswer<Body, Good extends number = 200> =
  | { status: Good; body: Body }
  | { status: 400 | 404 | 409 | 422; body: SandboxError };

/** A webhook's body, in the guide's envelope. */
export interface SandboxEvent {
  id: string;
  type: 'customer.state_changed';
  createdAt: string;
  payload: {
    customerId: string;
    oldStatus: CustomerStatus;
    newStatus: CustomerStatus;
    reason?: string;
    requiredDocuments?: string[];
  };
}

/** What the reviewer decides. */
export type SandboxDecision =
  | { decision: 'approve' }
  | { decision: 'reject'; reason?: string }
  /** `requirements`: providers' codes (`DOCUMENT_MISSING_BACK`) or fields' paths (`address.postalCode`). */
  | { decision: 'request'; requirements: string[]; reason?: string };

export interface Sandbox {
  /** `POST /customers`. A body may be JSON text, also such as is none. */
  create(body: unknown, options?: { idempotencyKey?: string }): SandboxAnswer<SandboxCustomer, 201>;
  /** `GET /customers/:id`. */
  get(id: string): SandboxAnswer<SandboxCustomer>;
  /** `GET /customers`: a page by id, of 20 customers or of `limit`, 1 to 100. */
  list(page?: {
    cursor?: string | undefined;
    limit?: number | undefined;
  }): SandboxAnswer<{ data: SandboxCustomer[]; nextCursor?: string }>;
  /** `PATCH /customers/:id` with `{ kycData }`. */
  patch(id: string, body: unknown): SandboxAnswer<SandboxCustomer>;
  /** Closes a customer. */
  deactivate(id: string): SandboxAnswer<SandboxCustomer>;
  /** Ends a review at once, or asks an active customer for more; 409 where the status does not allow it. */
  review(id: string, decision: SandboxDecision): SandboxAnswer<SandboxCustomer>;
  /** The `kycData` submitted so far, merged. No API shows it; a test may look. */
  data(id: string): SandboxAnswer<Record<string, unknown>>;
  /** Sets the sandbox's clock ahead and ends the reviews whose time has come. */
  advance(milliseconds: number): void;
  /** Ends the reviews whose time has come by the clock. */
  tick(): void;
  /** The webhooks sent so far, in order. */
  events(): SandboxEvent[];
  /** Calls back with each webhook as it is sent; returns what ends that. */
  subscribe(listener: (event: SandboxEvent) => void): () => void;
  /** The sandbox's time. */
  now(): number;
  /** When the next review ends, as of the last request. */
  nextDue(): number | undefined;
}

/** An empty sandbox of its own. Throws a TypeError for a policy that is none. */
export function createSandbox(options?: SandboxOptions): Sandbox;

/** Compiles the module; not needed before the first sandbox, but spares it the time. */
export function init(): Promise<void>;

/** Thrown when the module itself failed: what the sandbox held is gone. */
export class KycInternalError extends Error {}
