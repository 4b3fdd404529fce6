// A whole life of a customer in a test, without a server.
import { createSandbox } from 'kyc-rules/sandbox';

export function lifeOf(kycData) {
  const sandbox = createSandbox();
  const created = sandbox.create({
    type: 'INDIVIDUAL',
    email: 'test-success@example.com',
    firstName: 'Test',
    lastName: 'Person',
  });
  sandbox.patch(created.body.id, { kycData });
  sandbox.advance(30_000);
  return sandbox.events().map(({ payload }) => payload.newStatus);
}
