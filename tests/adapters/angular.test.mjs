// Angular's signal forms.
import './dom.mjs';
import '@angular/compiler';
import assert from 'node:assert/strict';
import { Injector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';
import { schema } from 'kyc-rules';
import { NUMBER, PHONE, sample, slips, strict, TODAY } from './shared.mjs';

export function angularSignalForms() {
  TestBed.initTestEnvironment(BrowserTestingModule, platformBrowserTesting());
  const injector = TestBed.inject(Injector);
  const model = signal(slips());
  // It calls what is callable, so the schema is called once more than asked.
  const tree = form(model, (path) => validateStandardSchema(path, strict), { injector });
  assert.equal(tree().valid(), false);
  assert.deepEqual(
    tree
      .phoneNumber()
      .errors()
      .map(({ issue }) => [issue.code, issue.message]),
    [['phone.not_e164', PHONE]],
  );
  assert.equal(tree.documents[0].number().errors()[0].issue.message, NUMBER);
  model.set(sample());
  assert.equal(tree().valid(), true);
  const adult = signal(sample());
  const older = form(
    adult,
    (path) => validateStandardSchema(path, () => schema({ ...TODAY, policy: { minimumAge: 99 } })),
    { injector },
  );
  assert.equal(older.dateOfBirth().errors()[0].issue.code, 'date_of_birth.under_age');
}
