# The sandbox server prints its address and key: cargo run -p kyc-sandbox -- --memory
curl -sS "$KYC_URL/api/v1/customers" \
  -H "Authorization: Bearer $KYC_KEY" -H 'Content-Type: application/json' \
  -d '{"type":"INDIVIDUAL","email":"test-success@example.com","firstName":"Test","lastName":"Person"}'
