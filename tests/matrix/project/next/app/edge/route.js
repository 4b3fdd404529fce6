// A route of the edge runtime, which is given its module.
import module from 'kyc-rules/kyc.wasm?module';
import * as slim from 'kyc-rules/slim';
import all from '../../../all.mjs';
import { probe } from '../../../probe.mjs';

export const runtime = 'edge';
export const dynamic = 'force-dynamic';

export async function GET() {
  slim.initSync(module);
  return Response.json(await probe({ ...all, slim }));
}
