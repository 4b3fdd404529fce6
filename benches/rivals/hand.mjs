// By hand, with the same imports.

import { validator } from './by-hand.mjs';
import * as rules from './rules.mjs';

export const validate = validator(rules);
