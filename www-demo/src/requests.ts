// The calls of the guide, as the journey makes them: to the sandbox in the page, or to the server whose verification link led here. Each
// is shown beside the form.
import type { SandboxCustomer, SandboxEvent } from 'kyc-rules/sandbox';
import type { Data } from './data.js';
import { flow, heard, restart, type Server } from './flow.js';

function remember(method: string, path: string, request: unknown, answer: { status: number; body: unknown }): void {
  flow.exchanges.push({
    method,
    path,
    request: structuredClone(request),
    status: answer.status,
    response: answer.body,
  });
  heard();
}

/** `POST /customers`; whether it was created. */
export function createCustomer(): boolean {
  const answer = flow.sandbox.create(flow.account);
  remember('POST', '/api/v1/customers', flow.account, answer);
  if (answer.status === 201) flow.id = answer.body.id;
  return answer.status === 201;
}

/** Asks the server that has the customer; the address is that of the page. */
async function ask(
  method: string,
  path: string,
  token: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const init: RequestInit = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  try {
    const answer = await fetch(path, init);
    return { status: answer.status, body: await answer.json() };
  } catch {
    return { status: 0, body: { message: 'The server could not be reached' } };
  }
}

/** Uploads a file to the server that has the customer; its address, or why it was refused. */
export async function upload(blob: Blob, name: string): Promise<{ url: string } | { refused: string } | undefined> {
  const { server } = flow;
  if (server === undefined) return undefined;
  const body = new FormData();
  body.append('file', blob, name);
  const headers = { Authorization: `Bearer ${server.token}` };
  try {
    const answer = await fetch('/api/v1/uploads', { method: 'POST', headers, body });
    const said = await answer.json();
    return answer.status === 201 ? { url: said.publicUrl } : { refused: said.message };
  } catch {
    return { refused: 'The server could not be reached' };
  }
}

/** Takes over a customer of the server this page came from: what its verification link is for. */
export async function bind(id: string, token: string): Promise<boolean> {
  const path = `/api/v1/customers/${id}`;
  const answer = await ask('GET', path, token);
  if (answer.status !== 200) return false;
  flow.server = undefined;
  restart();
  const seen = answer.body as SandboxCustomer;
  const { type, email, firstName, lastName } = seen;
  Object.assign(flow, { id, server: { token, seen }, account: { type, email, firstName, lastName } });
  remember('GET', path, undefined, answer);
  return true;
}

/** Takes in what a server says of its customer; whether the status is another one, which is as good as a webhook. */
function see(server: Server, seen: SandboxCustomer): boolean {
  const { status: oldStatus } = server.seen;
  server.seen = seen;
  if (oldStatus === seen.status) return false;
  const { id: customerId, status: newStatus, reason } = seen;
  const payload = { customerId, oldStatus, newStatus, ...(reason === undefined ? {} : { reason }) };
  flow.events.push({ id: '', type: 'customer.state_changed', createdAt: seen.updatedAt, payload } as SandboxEvent);
  return true;
}

/** Looks at where the customer stands at the server, where it is one of a server. */
export async function look(): Promise<void> {
  const { server, id } = flow;
  if (server === undefined) return;
  const answer = await ask('GET', `/api/v1/customers/${id}`, server.token);
  if (answer.status !== 200) return;
  if (see(server, answer.body as SandboxCustomer)) remember('GET', `/api/v1/customers/${id}`, undefined, answer);
}

/** `PATCH /customers/:id`; the error's message, if it was one. */
export async function submit(kycData: Data): Promise<string | undefined> {
  const id = flow.id ?? '';
  const path = `/api/v1/customers/${id}`;
  const { server } = flow;
  const answer =
    server === undefined ? flow.sandbox.patch(id, { kycData }) : await ask('PATCH', path, server.token, { kycData });
  if (server !== undefined && answer.status === 200) see(server, answer.body as SandboxCustomer);
  remember('PATCH', path, { kycData }, answer);
  return answer.status === 200 ? undefined : (answer.body as { message: string }).message;
}

/** The customer as the API shows it now. `seen`: whether the request is to be shown too. */
export function customer(seen = false): SandboxCustomer | undefined {
  if (flow.id === undefined) return undefined;
  if (flow.server !== undefined) return flow.server.seen;
  const answer = flow.sandbox.get(flow.id);
  if (seen) remember('GET', `/api/v1/customers/${flow.id}`, undefined, answer);
  return answer.status === 200 ? answer.body : undefined;
}
