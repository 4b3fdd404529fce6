// The shared vectors in Node, through the packed package. `node tests/vectors.node.mjs [FILE]` writes the answers to FILE.
import * as errors from '../dist/npm/kyc-rules/errors.js';
import * as kyc from '../dist/npm/kyc-rules/index.js';
import { say } from './js/say.mjs';
import { suites } from './js/suites.mjs';
import { answer } from './js/vectors.mjs';

say(answer({ ...kyc, ...errors }, suites()), process.argv[2]);
