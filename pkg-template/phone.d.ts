// The public types of kyc-rules/phone.

/** What a number is for, in libphonenumber's words. */
export type PhoneType =
  | 'UNKNOWN'
  | 'PREMIUM_RATE'
  | 'TOLL_FREE'
  | 'SHARED_COST'
  | 'VOIP'
  | 'PERSONAL_NUMBER'
  | 'PAGER'
  | 'UAN'
  | 'VOICEMAIL'
  | 'FIXED_LINE_OR_MOBILE'
  | 'FIXED_LINE'
  | 'MOBILE';

/** Why a number is not valid. */
export type PhoneReason =
  | 'empty'
  | 'not_a_number'
  | 'unknown_calling_code'
  | 'too_short'
  | 'too_long'
  | 'invalid_length'
  | 'local_only'
  | 'unassigned'
  | 'incomplete';

/** What is to be said of a number. */
export interface PhoneVerdict {
  /** Whether it lies in a range that is assigned. */
  valid: boolean;
  /** Whether its country has numbers of this length. */
  possible: boolean;
  /** Alpha-2; `001` where the calling code belongs to no country. */
  region?: string;
  type: PhoneType;
  /** `44`. */
  callingCode?: string;
  /** Why it is not valid. */
  reason?: PhoneReason;
  /** The first digit, counted from 1 and from the calling code on, at which no valid number starts like this any more. */
  at?: number;
}

/** A number, where the text was one; else only the verdict. */
export interface Phone extends PhoneVerdict {
  /** `+442079460958`. */
  e164?: string;
  /** The national significant number, with the zeros it starts with: `2079460958`. */
  nationalNumber?: string;
  /** `020 7946 0958`. */
  national?: string;
  /** `+44 20 7946 0958`. */
  international?: string;
  extension?: string;
}

/** What a field shows. */
export interface Typed extends PhoneVerdict {
  /** The text, laid out as far as it goes. */
  text: string;
  /** Where the caret stands in it: a `selectionStart`. */
  caret: number;
  /** Whether more digits can make it valid. */
  open: boolean;
}

/**
 * Reads a number as people type and paste it: E.164, with punctuation, nationally with `country`, as a `tel:` URI, with an
 * extension. Letters are refused.
 */
export declare function phone(input: string, options?: { country?: string }): Phone;

/** Whether a number is valid; quicker than asking for all of it. */
export declare function isValidPhone(input: string, options?: { country?: string }): boolean;

/** Lays a number out while it is typed: a function of a field's value and caret, which by default stands at the end. */
export declare function phoneAsYouType(country?: string): (text: string, caret?: number | null) => Typed;

/** Compiles and starts the module: not needed before the first call, but spares that call the time. */
export declare function init(): Promise<void>;

/** The libphonenumber release the tables were made from. */
export declare function version(): string;

/** Thrown when the module itself failed. It says nothing of the input, and the next call starts afresh. */
export declare class KycInternalError extends Error {}
