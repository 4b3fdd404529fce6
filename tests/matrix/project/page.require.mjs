// The same by `require`, for a bundler to resolve.
import all from './all.cjs';
import { probe } from './probe.mjs';
import { tell } from './tell.mjs';

tell(() => probe(all));
