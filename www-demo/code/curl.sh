# Against the sandbox server, which prints its address and key: cargo run -p kyc-sandbox -- --memory
ask() { curl -sS -H "Authorization: Bearer $KYC_KEY" -H 'Content-Type: application/json' "$@"; }

# A customer; then what is known of them: the answer names what is still missing.
id=$(ask "$KYC_URL/api/v1/customers" -d '{"type":"INDIVIDUAL","email":"test-success@example.com","firstName":"Test","lastName":"Person"}' |
  sed 's/.*"id":"\([^"]*\)".*/\1/')
ask -X PATCH "$KYC_URL/api/v1/customers/$id" -d '{"kycData":{"legalFirstName":"Test","phoneNumber":"+14155551234"}}'
