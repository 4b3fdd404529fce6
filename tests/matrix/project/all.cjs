// Every entry that needs no page, required.
module.exports = {
  '.': require('kyc-rules'),
  js: require('kyc-rules/js'),
  errors: require('kyc-rules/errors'),
  'locales/es': require('kyc-rules/locales/es'),
  phone: require('kyc-rules/phone'),
  mrz: require('kyc-rules/mrz'),
  'national-id': require('kyc-rules/national-id'),
  image: require('kyc-rules/image'),
  lifecycle: require('kyc-rules/lifecycle'),
  sandbox: require('kyc-rules/sandbox'),
  'schema.json': require('kyc-rules/schema.json'),
};
