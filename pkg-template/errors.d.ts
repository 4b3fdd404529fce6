// The public types of kyc-rules/errors.
import type { Issue, Params, Report, SchemaIssue } from './index.js';

/** What a schema of any library says of a value; only what the rules say can be put in an API's words. */
export interface ForeignIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly severity?: 'error' | 'missing' | 'warning';
  readonly params?: Params;
}

export type AnyIssue = Issue | SchemaIssue | ForeignIssue;

/** A report, the failure of a schema, or the issues of either. */
export type Issues = Report | { readonly issues?: readonly AnyIssue[] | undefined } | readonly AnyIssue[];

export interface ErrorOptions {
  /** Whether what is missing is refused too, as by who takes complete data only: no. */
  missing?: boolean;
}

/** The guide's answer to malformed data. */
export interface ApiErrorBody {
  error: 'BAD_REQUEST';
  /** `Validation failed: phoneNumber must be in E.164 format`. */
  message: string;
  statusCode: 400;
}

export interface ProblemOptions extends ErrorOptions {
  /** A link to what the type of problem is: `about:blank`. */
  type?: string;
  /** The HTTP status: 400. */
  status?: number;
  title?: string;
  /** The request's id or path. */
  instance?: string;
}

/** A body of `application/problem+json` (RFC 9457). */
export interface ProblemJson {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: 'BAD_REQUEST';
  instance?: string;
  errors: { pointer: string; code: string; detail: string }[];
}

/** What an API's error says. */
export interface ReadApiError {
  /** The HTTP status; 0 where none is known. */
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
  /** The fields it is about, each once, in the API's words. */
  issues: { path: string; pointer: string; message: string; severity: 'error' }[];
  /** Where the customer stands, where the API says so. */
  customerStatus?: string;
}

export interface FieldErrorOptions {
  /** `documents[0].number`, `documents.0.number`, or objects within objects: brackets. */
  keys?: 'brackets' | 'dots' | 'nested';
  /** Whether warnings are in it: no. */
  warnings?: boolean;
}

/** Messages as deep as the values they are about. */
export type NestedErrors = { [key: string]: string | NestedErrors | (NestedErrors | undefined)[] };

/** What an API says of an issue: `phoneNumber must be in E.164 format`. */
export declare function apiMessage(issue: AnyIssue): string;

/** The guide's answer to malformed data, from the first error; `undefined` where there is none. */
export declare function toApiError(source: Issues, options?: ErrorOptions): ApiErrorBody | undefined;

/** The same as RFC 9457 has it, with every error. */
export declare function toProblemJson(source: Issues, options?: ProblemOptions): ProblemJson | undefined;

/** A message a field, as form libraries keep them; what is about the payload itself stands under `''`. */
export declare function toFieldErrors(
  source: Issues | ReadApiError,
  options: FieldErrorOptions & { keys: 'nested' },
): NestedErrors;
export declare function toFieldErrors(
  source: Issues | ReadApiError,
  options?: FieldErrorOptions,
): Record<string, string>;

/** What an API's error says, for a form: the guide's shape is read, its siblings' and RFC 9457's. */
export declare function fromApiError(body: unknown, httpStatus?: number): ReadApiError;
