// The main entry's module. `#module` is where it comes from: bytes in the script, or an import where a runtime wants one.
import { compile, compileAsync } from '#module';
import { instance } from './instance.js';

const kyc = instance(compile);

/** Compiles and starts the module; not needed before the first call, but spares it the time. */
export const init = () => kyc.init(compileAsync);

export const { check } = kyc;
export const checkBeside = (payload, account, today, policy) =>
  kyc.call('check_beside', payload, account, today, policy);
export const checkPatch = (patch, stored, today, policy) => kyc.call('check_patch', patch, stored, today, policy);
export const checkPick = (payload, customer, fields, today, policy) =>
  kyc.call('check_pick', payload, customer ? 1 : 0, fields, today, policy);
export const checkField = (payload, place, document, today, policy) =>
  kyc.call('check_field', payload, place, document, today, policy);
export const canonical = (payload, place, document, today, policy) =>
  kyc.call('canonical', payload, place, document, today, policy);
export const normalForm = (payload, customer, today, policy) =>
  kyc.call('normal_form', payload, customer ? 1 : 0, today, policy);
export const policyFault = (policy) => kyc.call('policy_fault', policy);
export const version = () => kyc.call('version');
