// The public types of kyc-rules/form.
import type { FieldPath, KycData, Options, Report } from './index.js';

/** What a form sends. */
export interface Submitted {
  /** What the form and `data` hold together; canonical but where that is turned off. */
  data: Partial<KycData> & Record<string, unknown>;
  report: Report;
  event: SubmitEvent;
}

export interface FormOptions extends Options {
  /**
   * The fields that are judged; by default those the form has controls for. They are of one form: of create-customer or of `kycData`.
   * A form that asks for both says which.
   */
  paths?: readonly FieldPath[];
  /** What else is known: earlier pages, links of uploads. */
  data?: object | (() => object);
  /** Whether people may write as they like (`+1 (415) 555-1234`) and the canonical copy is judged and sent: yes. */
  normalize?: boolean;
  /** Where the summary of what is wrong goes: by default a `div` made first in the form; `false` for none. */
  summary?: HTMLElement | false;
  /** What the summary is called: `There is a problem`, or what `messages` have for it. */
  heading?: string;
  /** What stands before the page's title while something is wrong: `Error: `, or what `messages` have for it. */
  titlePrefix?: string;
  /**
   * Called when nothing stands in the way; the browser then does not send the form. Without it, it does: but for what could not be
   * judged, since something threw.
   */
  onSubmit?: (submitted: Submitted) => void;
}

/** Something to be shown at a field: an issue of a report, or of `fromApiError`. */
export interface Shown {
  readonly path: string;
  readonly message: string;
  readonly severity?: 'error' | 'missing' | 'warning';
}

export interface BoundForm {
  /** What the form holds now, with what else is known. */
  data(): Partial<KycData> & Record<string, unknown>;
  /** What the rules say of it now; nothing is shown. */
  validate(): Report;
  /**
   * Shows what a server said, each until its field changes. An answer of `fromApiError` that is about no field is a line of the summary,
   * in words for people (`failed`), until somebody types.
   */
  show(
    source: { readonly issues: readonly Shown[]; readonly kind?: string; readonly message?: string } | readonly Shown[],
  ): void;
  /** Takes every message back. */
  clear(): void;
  /** Lets go of the form. */
  unbind(): void;
}

/**
 * Binds a native form whose controls are named by the paths of the fields (`address.city`, `documents[0].number`,
 * `dateOfBirth.day`): judged when it is sent, and live from then on. Rows of documents may be taken out; the data has no gaps. Throws
 * a TypeError where an option or a path is none, or the fields are of two forms.
 */
export declare function bindForm(form: HTMLFormElement, options?: FormOptions): BoundForm;
