// What needs no WebAssembly, in an engine that prints and has no pages.
import * as errors from 'kyc-rules/errors';
import * as js from 'kyc-rules/js';
import * as locale from 'kyc-rules/locales/es';
import { probe } from './probe.mjs';

probe({ js, errors, 'locales/es': locale }).then((answers) => print(JSON.stringify(answers)));
