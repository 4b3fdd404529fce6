// Rendered when it is built; then again in the browser.
import all from '../../all.mjs';
import { probe } from '../../probe.mjs';
import Client from './client';

export default async function Page() {
  return (
    <>
      <pre id="built">{JSON.stringify(await probe(all))}</pre>
      <Client />
    </>
  );
}
