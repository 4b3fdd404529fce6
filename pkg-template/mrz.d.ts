// The public types of kyc-rules/mrz.

/** The kinds of zone: cards, passports, visas, and the French card of 1988 to 2021. */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRVA' | 'MRVB' | 'FRID';

/** What stands in a zone: the holder's data. */
export interface MrzFields {
  /** `P`, `ID`, `V` … */
  documentCode: string;
  /** ICAO's code: `UTO`, `D`. */
  issuer: string;
  nationality: string;
  /** Whole, long ones too. */
  documentNumber: string;
  /** The last name, as a rule. */
  primary: string;
  /** The given names, as a rule. */
  secondary: string;
  namesMayBeCut: boolean;
  /** `1974-08-12`; null where it is not whole. */
  dateOfBirth: string | null;
  dateOfExpiry: string | null;
  /** Null where it is not specified. */
  sex: 'M' | 'F' | 'X' | null;
  optionalData: string[];
}

/** A character read for another, so that with the other one every check digit holds. */
export interface MrzCorrection {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  character: string;
}

/** A zone as read: valid where its layout and check digits hold. */
export interface MrzZone {
  valid: boolean;
  format: MrzFormat;
  /** The check digits that fail: `documentNumber`, `dateOfBirth`, `dateOfExpiry`, `optionalData`, `composite`. */
  failed: string[];
  /** What no check digit can tell: `unknownIssuer`, `unknownNationality`, `sex`, `digitInName`, `dateOfBirth`, `dateOfExpiry`. */
  notes: string[];
  fields: MrzFields;
  /** Offered, never applied. */
  corrections: MrzCorrection[];
  /** As printed. */
  lines: string[];
}

/** Lines that are no zone. */
export interface NoMrz {
  valid: false;
  format: null;
  failed: ['shape' | 'length' | 'character'];
  /** The line it is about, from 1. */
  line?: number;
  fields?: undefined;
}

export type Mrz = MrzZone | NoMrz;

/**
 * Reads a zone: its lines one by one, or all of them in one text. Spaces, lower case, `«` and fillers too few or too many behind
 * the names are mended. `today` decides the century of a birth: by default the local date.
 */
export declare function mrz(lines: string | readonly string[], options?: { today?: string | Date }): Mrz;

/** Compiles and starts the module: not needed before the first call, but spares that call the time. */
export declare function init(): Promise<void>;

/** Thrown when the module itself failed. It says nothing of the input, and the next call starts afresh. */
export declare class KycInternalError extends Error {}
