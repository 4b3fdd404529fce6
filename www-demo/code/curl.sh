# Against the sandbox server, in another terminal: cargo run -p kyc-sandbox -- --memory --key sk_sandbox_demo
# It prints its address, which is given here without its /api/v1, and its key; where they are others, export KYC_URL and KYC_KEY.
: "${KYC_URL:=http://127.0.0.1:8787}" "${KYC_KEY:=sk_sandbox_demo}"
ask() { curl -sS -H "Authorization: Bearer $KYC_KEY" -H 'Content-Type: application/json' "$@"; }

# A customer; then what is known of them: the answer names what is still missing.
id=$(ask "$KYC_URL/api/v1/customers" -d '{"type":"INDIVIDUAL","email":"test-success@example.com","firstName":"Test","lastName":"Person"}' |
  sed 's/.*"id":"\([^"]*\)".*/\1/')
ask -X PATCH "$KYC_URL/api/v1/customers/$id" -d '{"kycData":{"legalFirstName":"Test","phoneNumber":"+14155551234"}}'
