import { Component, output } from '@angular/core';
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
    <form [formGroup]="form" (ngSubmit)="next()" novalidate>
      @for (field of fields; track field.path) {
        <label [for]="field.path">{{ field.label }}</label>
        <input [id]="field.path" [formControlName]="field.path" [attr.aria-describedby]="field.path + '-said'" />
        <p [id]="field.path + '-said'">{{ said(field.path) }}</p>
      }
      <button>Continue</button>
    </form>
  `,
})
export class Personal {
  readonly ready = output<object>();
  readonly fields = [
    { path: 'phoneNumber', label: 'Phone number' },
    { path: 'nationality', label: 'Nationality, as two letters' },
  ] as const;
  readonly form = new FormGroup({
    phoneNumber: new FormControl('', kyc('phoneNumber')),
    nationality: new FormControl('', kyc('nationality')),
  });

  /** What is wrong with a field; nothing before someone went on. */
  said(path: 'phoneNumber' | 'nationality'): string {
    const control = this.form.controls[path];
    return control.touched ? (control.errors?.['kyc']?.message ?? '') : '';
  }

  next(): void {
    this.form.markAllAsTouched();
    if (this.form.valid) this.ready.emit(this.form.value);
  }
}
