// The public types of kyc-rules/national-id.

/** What a form shows of the number it asks for. */
export interface NationalId {
  /** The scheme that people have as a rule: `BR.cpf`. */
  scheme: string;
  /** What the country calls it: `CPF`. */
  label: string;
  /** A number that passes, made up or a published specimen. */
  example: string;
  /** The HTML input mode. */
  inputMode: 'numeric' | 'text';
  /** How it is written: `0` for a digit, `A` for a letter, `*` for either; anything else stands for itself. */
  mask: string;
  /** Every scheme that is taken. */
  schemes: string[];
}

/** What a scheme says of a number. */
export interface SchemeAnswer {
  /** Whether every check holds, the advisory ones too; absent where no scheme has this name. */
  valid?: boolean;
  /** What a field would get. */
  severity: 'error' | 'warning' | null;
  code: string | null;
  /** The number without separators, in upper case; null where it can be none of the scheme. */
  normalized: string | null;
}

/**
 * What a form shows of the number that a country (alpha-2) and a `nationalIdType` ask for; without a type, as for `NATIONAL_ID`.
 * Undefined where no scheme of the country is known: any plausible number is taken there.
 */
export declare function nationalId(country: string, type?: string): NationalId | undefined;

/** Judges a number of a scheme, by the scheme's name or one of its aliases. */
export declare function checkScheme(name: string, value: string): SchemeAnswer;

/** Compiles and starts the module: not needed before the first call, but spares that call the time. */
export declare function init(): Promise<void>;

/** Thrown when the module itself failed. It says nothing of the input, and the next call starts afresh. */
export declare class KycInternalError extends Error {}
