import { defineKycField } from 'kyc-rules/element';
import { bindForm } from 'kyc-rules/form';

defineKycField();
// The summary of what is wrong, above the form; without it, each field speaks for itself.
bindForm(document.querySelector('#kyc'));
