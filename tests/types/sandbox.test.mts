// What tsc must accept of kyc-rules/sandbox, and what it must refuse.
import { createSandbox, init, type SandboxEvent } from '../../dist/npm/kyc-rules/sandbox.js';

const sandbox = createSandbox({ clock: () => 0, policy: { minimumAge: 21 }, seed: 'a' });
const answer = sandbox.create({ type: 'INDIVIDUAL' }, { idempotencyKey: 'k' });
// The HTTP status decides what the body is.
const id: string = answer.status === 201 ? answer.body.id : answer.body.message;
const page = sandbox.list({ limit: 2 });
if (page.status === 200) sandbox.list({ cursor: page.body.nextCursor });
sandbox.review(id, { decision: 'request', requirements: ['DOCUMENT_EXPIRED'] });
const stop: () => void = sandbox.subscribe(({ payload }: SandboxEvent) => payload.newStatus.length);
stop();
const started: Promise<void> = init();
void started;
// @ts-expect-error a reviewer does not doubt
sandbox.review(id, { decision: 'doubt' });
// @ts-expect-error no such option
createSandbox({ uploads: true });
