// Rendered at each request, on the server.
import { connection } from 'next/server';
import all from '../../../all.mjs';
import { probe } from '../../../probe.mjs';

export default async function Page() {
  await connection();
  return <pre id="rendered">{JSON.stringify(await probe(all))}</pre>;
}
