// Document images: what a reviewer would say of a file days later, before the upload.

/** A preset's name, a preset with settings (`'stripe minDpi=200'`), or the same as an object. */
export type ImagePolicy = PresetName | (string & {}) | ({ preset?: PresetName } & ImageSettings);
export type PresetName = 'guide' | 'fern' | 'stripe' | 'mangopay' | 'lemonway' | 'onfido' | 'sumsub';
export type Weight = 'off' | 'warning' | 'error';

export interface ImageSettings {
  minBytes?: number;
  maxBytes?: number;
  minSide?: number;
  maxSide?: number;
  minDpi?: number;
  maxIdPages?: number;
  maxPages?: number;
  minQuality?: number;
  /** Ten-thousandths of the Crété blur measure. */
  blurSlight?: number;
  blur?: number;
  dark?: number;
  pale?: number;
  /** Ten-thousandths of the picture. */
  glare?: number;
  chroma?: number;
  smallTextPdf?: Weight;
  colour?: Weight;
  encrypted?: Weight;
  active?: Weight;
  mismatch?: Weight;
}

export interface ImageOptions {
  /** The file's name; a File's own by default. */
  name?: string;
  /** The media type it is declared as; a Blob's own by default. */
  mediaType?: string;
  /** What it shows: a `type` of `documents[]`, such as `PASSPORT`. */
  documentType?: string;
  /** `guide` by default. */
  policy?: ImagePolicy;
  /** How often this document was tried, 1 for the first time: what is measured is an error the first two times. */
  attempt?: number;
}

export interface AssessOptions extends ImageOptions {
  /** `false` to stay on this thread, or a worker of your own that imports `kyc-rules/image.worker.js`. */
  worker?: false | Worker | (() => Worker);
}

export interface ImageIssue {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  params: Record<string, string | number>;
}

export interface PageFacts {
  /** Hundredths of a point (1/72 inch). */
  width: number;
  height: number;
  kind: 'text' | 'scan' | 'picture' | 'drawing' | 'unknown';
  pictures: number;
  dpi?: number;
  /** Per cent of the page that the largest picture covers. */
  covered: number;
  grey: boolean;
}

export interface PdfFacts {
  version?: string;
  pages?: number;
  encryption?: 'password' | 'restricted' | 'unknown';
  linearized: boolean;
  scripts: boolean;
  launches: boolean;
  embeddedFiles: boolean;
  pageFacts: PageFacts[];
}

export interface ImageFacts {
  format?: string;
  mediaType?: string;
  bytes: number;
  end: 'unknown' | 'complete' | 'truncated' | 'broken' | 'trailing';
  trailing?: number;
  width?: number;
  height?: number;
  orientation?: number;
  claimedDpiX?: number;
  claimedDpiY?: number;
  effectiveDpi?: number;
  components?: number;
  bitDepth?: number;
  jpegQuality?: number;
  colour?: 'grey' | 'colour' | 'palette' | 'cmyk';
  progressive?: boolean;
  animated?: boolean;
  camera?: boolean;
  location?: boolean;
  screenshot?: boolean;
  pdf?: PdfFacts;
}

export interface ImageQuality {
  width: number;
  height: number;
  /** Ten-thousandths of the Crété blur measure: below 5000 sharp, above 6000 blurred. */
  blur?: number;
  mean: number;
  darkest: number;
  brightest: number;
  glare?: number;
  chroma: number;
  border: number;
}

export interface ImageReport {
  /** No error. It may still be refused for what nobody can see from here. */
  acceptable: boolean;
  issues: ImageIssue[];
  /** What could not be looked at: never to be shown as good. */
  unverified: string[];
  facts: ImageFacts;
  quality?: ImageQuality;
}

/** Reads headers and judges them; decodes nothing. */
export function inspectImage(bytes: Uint8Array | ArrayBuffer, options?: ImageOptions): ImageReport;
export function inspectImage(blob: Blob, options?: ImageOptions): Promise<ImageReport>;

/** Reads headers, has the browser decode the picture in a worker, measures it, and judges both. */
export function assess(blob: Blob, options?: AssessOptions): Promise<ImageReport>;

/** SHA-256 in hexadecimal, to tell that one file was given twice. */
export function fingerprint(bytes: Uint8Array | ArrayBuffer): string;

/** Compiles and starts the module; not needed before the first call, but spares it the time. */
export function init(): Promise<void>;

/** Thrown when the module itself failed. It says nothing of the input. */
export class KycInternalError extends Error {}
