import { Component } from '@angular/core';
import { type AbstractControl, FormControl, FormGroup, ReactiveFormsModule, type ValidatorFn } from '@angular/forms';
import { type FieldPath, validateField } from 'kyc-rules';

/** The rules of a field as an Angular validator. */
export const kyc =
  (path: FieldPath): ValidatorFn =>
  ({ value }: AbstractControl) => {
    const issue = validateField(path, value).find(({ severity }) => severity !== 'warning');
    return issue ? { kyc: issue } : null;
  };

@Component({
  selector: 'app-personal',
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="form" novalidate>
      <label for="phone">Phone number</label>
      <input id="phone" type="tel" autocomplete="tel" formControlName="phoneNumber" />
      @if (form.controls.phoneNumber.touched) {
        <p>{{ form.controls.phoneNumber.errors?.['kyc']?.message }}</p>
      }
    </form>
  `,
})
export class Personal {
  readonly form = new FormGroup({ phoneNumber: new FormControl('', kyc('phoneNumber')) });
}
