// Every entry that needs no page, imported.
import * as kyc from 'kyc-rules';
import * as errors from 'kyc-rules/errors';
import * as image from 'kyc-rules/image';
import * as js from 'kyc-rules/js';
import * as lifecycle from 'kyc-rules/lifecycle';
import * as locale from 'kyc-rules/locales/es';
import * as mrz from 'kyc-rules/mrz';
import * as nationalId from 'kyc-rules/national-id';
import * as phone from 'kyc-rules/phone';
import * as sandbox from 'kyc-rules/sandbox';
import schema from 'kyc-rules/schema.json' with { type: 'json' };

export default {
  '.': kyc,
  js,
  errors,
  'locales/es': locale,
  phone,
  mrz,
  'national-id': nationalId,
  image,
  lifecycle,
  sandbox,
  'schema.json': schema,
};
