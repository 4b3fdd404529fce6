// The public types of kyc-rules/element.
import type { FieldOptions } from './index.js';

/**
 * `<kyc-field path="phoneNumber">`: one field with its label, hint and message, as a control of the form around it. Parts for styles:
 * `label`, `hint`, `error`, `control`, `date`, `part`, `day`, `month`, `year`. A choice offers its values in the words of
 * `options.messages.choices`, or the `<option>`s within.
 */
export interface KycFieldElement extends HTMLElement {
  /** The field: `address.city`, `documents[0].number`. */
  path: string;
  /** What it is sent as; its path by default. */
  name: string;
  /** What it holds. It is sent as the rules write it. */
  value: string;
  /** What its rule is judged with; without `data`, the other controls of the form are what it reads. */
  options: FieldOptions;
  readonly type: string;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  /** Only asks: nothing shows, and the focus stays. */
  checkValidity(): boolean;
  /** Says what is wrong, and puts the focus there. */
  reportValidity(): boolean;
  /** Shows what somebody else says of it: a server. Empty, or once its value changes, it is taken back. */
  setCustomValidity(message: string): void;
}

/** Makes `<kyc-field>` known to the page; twice does no harm. Importing the module alone does nothing. */
export declare function defineKycField(name?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    'kyc-field': KycFieldElement;
  }
}
