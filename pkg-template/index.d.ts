// The public types of kyc-rules. The unions and payload types are made from the rules' own table.
import type {
  Address,
  ChoiceWords,
  Code,
  Customer,
  FieldPath,
  IssuePath,
  KycData,
  KycDocument,
  KycPatch,
} from './types.js';

export type * from './types.js';

/** How much an issue weighs: `error` (the API answers 400), `missing` (accepted, and asked for), `warning` (never blocks). */
export type Severity = 'error' | 'missing' | 'warning';

/** What the API would do: `ready` UNDER_REVIEW, `incomplete` NEEDS_ADDITIONAL_INFORMATION, `invalid` 400 BAD_REQUEST. */
export type Verdict = 'ready' | 'incomplete' | 'invalid';

/** Details of an issue: limits, allowed codes, positions. Never the value, nor a piece of it. */
export type Params = Record<string, number | string | string[]>;

/** One thing a report says. */
export interface Issue {
  /** Where it is: `documents[0].expirationDate`; empty for the payload itself. */
  path: IssuePath;
  /** The same as a JSON Pointer: `/documents/0/expirationDate`. */
  pointer: string;
  /** The reason. */
  code: Code;
  severity: Severity;
  /** What a form shows. */
  message: string;
  params: Params;
}

/** What the rules say of a payload; `JSON.stringify` of it gives the same bytes in every runtime. */
export interface Report {
  verdict: Verdict;
  /** In form order. */
  issues: Issue[];
  /** Whether there were more issues than the policy's limit. */
  truncated: boolean;
  rulesVersion: string;
  dataVersion: string;
  /** The date it was judged by: `2026-11-23`. */
  asOf: string;
}

/** What an integrator may set; what is left out is the default's. */
export interface PolicyOptions {
  /** The age in years from which a customer is accepted: 18. */
  minimumAge?: number;
  /** The age in years above which a date of birth is more likely a slip: 120. */
  unlikelyAge?: number;
  /** How many days old a proof of address may be before a warning: 90. */
  proofOfAddressDays?: number;
  /** How many days a review may take, for image links that end before it does: 7. */
  reviewDays?: number;
  /** Which parts of an address must be there: what the country uses, or all as the guide's table says. */
  address?: 'countryAware' | 'guide';
  /** Whether a phone number that is possible but in no assigned range is a warning, or an error. */
  phone?: 'possible' | 'valid';
  /** The letters of every script, or a warning where they are not Latin. */
  names?: 'unicode' | 'latin';
  /** Whether `XK`, a user-assigned code, is taken for Kosovo: yes. */
  kosovo?: boolean;
  /** Whether data may be changed after a rejection: yes. */
  patchWhenRejected?: boolean;
  /** Whether `documents[].mrz` is an accepted extension: no. */
  mrz?: boolean;
  /** Spellings of `nationalIdType` taken beside the guide's. */
  nationalIdTypes?: readonly string[];
  /** Bounds on the input. */
  limits?: {
    /** JSON text in bytes: 65,536. */
    text?: number;
    /** Levels of nesting: 8. */
    depth?: number;
    /** Values in all: 2,000. */
    nodes?: number;
    /** Documents: 20. */
    documents?: number;
    /** Issues in a report, then `truncated`: 100. */
    issues?: number;
  };
}

/** A policy: by name, or what differs from the default, `countryAware`. */
export type Policy = 'countryAware' | 'guide' | PolicyOptions;

/**
 * Words in another language: a locale of `kyc-rules/locales/*`, or your own. What is left out is English. A catalogue must not
 * change once it was used; `{ ...es, labels: { ...es.labels, … } }` makes another.
 */
export interface Messages {
  /** The sentence a form shows, by code: `{Label}`, `{label}` and the names of parameters are filled in. */
  form?: Partial<Record<Code, string>>;
  /** What an API answers behind the path, by code; for `voice: 'api'`. */
  api?: Partial<Record<Code, string>>;
  /** What the fields are called. */
  labels?: Partial<Record<FieldPath, string>>;
  /** How a form asks for what is missing, by field or else by control. */
  ask?: Partial<Record<FieldPath | Control, string>>;
  /** What the payload itself is called. */
  whole?: string;
  /** The labels within a sentence (`{label}`), and at its start (`{The}`) where that is another form. */
  phrases?: Partial<Record<FieldPath, string | readonly [string, string]>>;
  /** What a form says around the messages: `kyc-rules/form` and `kyc-rules/element` take these. */
  words?: Partial<Record<FormWord, string>>;
  /**
   * What the values of choices are called, by field and value: `es.choices.employmentStatus.SELF_EMPLOYED` is `'Por cuenta propia'`.
   * `kyc-rules/element` offers these; a value of your own policy has a word here too.
   */
  choices?: { readonly [Path in keyof ChoiceWords]?: { readonly [value: string]: string | undefined } };
  /** The BCP 47 tag, for plurals. */
  locale?: string;
  /** Which way the language runs. */
  direction?: 'ltr' | 'rtl';
  /** Fills a template. Every locale has one that reads ICU plurals and selects; without, names in braces are filled in. */
  format?: MessageFormat;
}

/** The summary's heading, its line for what a server said of no field, what precedes the page's title, the parts and values of controls. */
export type FormWord = 'heading' | 'failed' | 'titlePrefix' | 'day' | 'month' | 'year' | 'yes' | 'no';

/** How a template is filled. */
export type MessageFormat = (
  template: string,
  label: string,
  params: Readonly<Record<string, unknown>>,
  messages: Messages,
  path?: FieldPath,
) => string;

/** A locale of `kyc-rules/locales/*`: all words. */
export interface Locale extends Messages {
  readonly form: Record<Code, string>;
  readonly api: Record<Code, string>;
  readonly labels: Record<FieldPath, string>;
  readonly ask: Partial<Record<FieldPath | Control, string>>;
  readonly whole: string;
  readonly words: Record<FormWord, string>;
  readonly choices: ChoiceWords;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The language's name in itself. */
  readonly name: string;
  /** Whether somebody fluent has reviewed the words. */
  readonly reviewed: boolean;
}

export interface Options {
  /**
   * The calendar date to judge by: `2026-11-23`, or a Date, whose local calendar date is taken. By default the local date
   * where the program runs; a server passes that of its jurisdiction.
   */
  today?: string | Date;
  policy?: Policy;
  /** The words; English by default. */
  messages?: Messages;
  /** Who is spoken to: the person at the form, or the developer behind the API; `api` wants `messages` that have it. */
  voice?: 'form' | 'api';
}

export interface WholeOptions extends Options {
  /** The body of create-customer that the customer was made with: names that have nothing in common with its are a warning. */
  account?: unknown;
}

export interface PatchOptions extends Options {
  /** What is stored: what is judged is that, with the patch applied. */
  stored?: unknown;
}

export interface FieldOptions extends Options {
  /** The payload the value stands in, for what its rule reads beside it. */
  data?: unknown;
}

/** What kind of control a field wants. */
export type Control = 'text' | 'choice' | 'flag' | 'image' | 'object' | 'list';

/** A field as a form needs it. */
export interface Field {
  readonly path: FieldPath;
  readonly form: 'customer' | 'kyc';
  /** What a form calls it, in sentence case. */
  readonly label: string;
  readonly type: 'string' | 'boolean' | 'object' | 'array';
  readonly control: Control;
  readonly presence: 'required' | 'optional' | 'byCountry' | 'byDocumentType';
  /** The documents it belongs to, where `presence` is `byDocumentType`. */
  readonly documentTypes?: readonly string[];
  /** The values of a choice out of a short list. */
  readonly values?: readonly string[];
  /** The rule that judges a text: `phone`, `country`, `postal_code` … */
  readonly rule?: string;
  /** The most Unicode characters a text may have. */
  readonly maxLength?: number;
  /** The HTML autocomplete token; `off` where none exists. */
  readonly autocomplete: string;
  /** The HTML input mode. */
  readonly inputMode: string;
  /** A value that passes. */
  readonly example: string;
}

/** A path of a field with a document's index: `documents[0].number`, `documents.0.number`; without one, the first is meant. */
export type ValuePath = FieldPath | IssuePath | `documents.${number}.${string}`;

/** Some fields of a form. */
export interface Page {
  readonly paths: readonly FieldPath[];
  validate(data: unknown, options?: Options): Report;
}

/** Every field, in form order. */
export declare const fields: readonly Field[];

/** Judges a whole `kycData`. */
export declare function validate(data: unknown, options?: WholeOptions): Report;

/** Judges a patch of `kycData`: with `stored`, what is stored after it; without, what is there. */
export declare function validatePatch(patch: unknown, options?: PatchOptions): Report;

/** Judges the body of create-customer. */
export declare function validateCustomer(data: unknown, options?: Options): Report;

/**
 * Judges one value while someone types, and the fields that depend on it. A document (`documents[0]`) is judged with what it holds; of
 * `address` and `documents`, whether they are there: `field` and `pick` judge what they hold.
 */
export declare function validateField(path: ValuePath, value: unknown, options?: FieldOptions): Issue[];

/** The canonical form of one value: trimmed, E.164, upper-case codes. As it is where it has no other, or is no text. */
export declare function normalizeField<Value>(
  path: ValuePath,
  value: Value,
  options?: FieldOptions,
): Value extends string ? string : Value;

/** What was done to a value; never the value. */
export interface Change {
  path: IssuePath;
  /** The same as a JSON Pointer. */
  pointer: string;
  /**
   * `trimmed` blanks around it; `letterCase`; `separators` such as spaces and hyphens; `format`, another way of writing the same
   * (a date, a phone number, a country); `unicode`, letters and their marks put together.
   */
  kind: 'trimmed' | 'letterCase' | 'separators' | 'format' | 'unicode';
}

/** A canonical copy and what was changed in it, in form order. */
export interface Normalized<Data> {
  value: Data;
  changes: Change[];
}

/**
 * A canonical copy of `kycData`: trimmed, E.164, upper-case codes, ISO dates. It means what the input means and has no more
 * issues; the input itself stays as it is. What cannot be read comes back as it is. A patch is read beside what is `stored`.
 */
export declare function normalize<Data>(data: Data, options?: PatchOptions): Normalized<Data>;

/** The same of the body of create-customer. */
export declare function normalizeCustomer<Data>(data: Data, options?: Options): Normalized<Data>;

/** Some fields of one form: a page of it, say. An object or list stands for what it holds. */
export declare function pick(paths: readonly FieldPath[]): Page;

/** What a schema's value is, and how it is judged. */
export interface SchemaOptions extends Options {
  /** Whether a canonical copy is judged and handed on, as `normalize` makes it, instead of the input: no. */
  normalize?: boolean;
}

export interface PatchSchemaOptions extends SchemaOptions, PatchOptions {}

export interface FieldSchemaOptions extends SchemaOptions, FieldOptions {}

/** An issue as Standard Schema has it, with what ours say beside it. */
export interface SchemaIssue {
  readonly message: string;
  /** `['documents', 0, 'number']`; empty for the value itself. */
  readonly path: readonly (string | number)[];
  /** Absent where a report had no room for what stands in the way. */
  readonly code?: Code;
  readonly pointer?: string;
  readonly severity: 'error' | 'missing';
  readonly params: Params;
}

/** A dialect of JSON Schema. */
export type JsonSchemaTarget = 'draft-2020-12' | 'draft-07' | 'openapi-3.0' | ({} & string);

/**
 * A schema as Standard Schema v1 and Standard JSON Schema v1 have it. Its issues are errors and what is missing (a patch's: errors),
 * never warnings. Called with options it is the same schema with those beside its own.
 */
export interface Schema<Input, Output, Allowed extends SchemaOptions = SchemaOptions> {
  <NewInput = Input>(options?: Allowed): Schema<NewInput, Output, Allowed>;
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'kyc-rules';
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    readonly validate: (
      value: unknown,
      options?: unknown,
    ) => { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };
    readonly jsonSchema: {
      readonly input: (options: { readonly target: JsonSchemaTarget }) => Record<string, unknown>;
      readonly output: (options: { readonly target: JsonSchemaTarget }) => Record<string, unknown>;
    };
  };
}

/** A whole `kycData`. */
export declare const schema: Schema<KycData, KycData>;

/** A patch of `kycData`; with `stored`, what is stored after it is judged. */
export declare const patchSchema: Schema<KycPatch, KycPatch, PatchSchemaOptions>;

/** The body of create-customer. */
export declare const customerSchema: Schema<Customer, Customer>;

/** Some fields of one form: a page of it, say. */
export declare function pageSchema<Page = Partial<KycData>>(
  paths: readonly FieldPath[],
  options?: SchemaOptions,
): Schema<Page, Page>;

/** What a field holds. */
export type FieldValue<Path extends string> = Path extends 'isIntermediary'
  ? boolean
  : Path extends 'address'
    ? Address
    : Path extends 'documents'
      ? KycDocument[]
      : Path extends `documents${`[${number}]` | `.${number}`}`
        ? KycDocument
        : string;

/** One value, with all it holds. The fields beside it that its rule reads are in `data`. */
export declare function field<const Path extends ValuePath>(
  path: Path,
  options?: FieldSchemaOptions,
): Schema<FieldValue<Path>, FieldValue<Path>, FieldSchemaOptions>;

/** Compiles and starts the module: not needed before the first call, but spares that call the time. */
export declare function init(): Promise<void>;

/** The versions of the rules (the package's own) and of the data they were made from. */
export declare function version(): { readonly rules: string; readonly data: string };

/** Thrown when the module itself failed. It says nothing of the input, and the next call starts afresh. */
export declare class KycInternalError extends Error {}
