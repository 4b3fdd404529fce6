// A page with every entry; a bundler's own page says where it put the module that `kyc-rules/slim` is given.
import * as element from 'kyc-rules/element';
import * as form from 'kyc-rules/form';
import * as slim from 'kyc-rules/slim';
import all from './all.mjs';
import { probe } from './probe.mjs';
import { tell } from './tell.mjs';

/** @param {string | URL} module */
export const run = (module) =>
  tell(async () => {
    await slim.init(fetch(module));
    return probe({ ...all, slim, form, element, assess: all.image });
  });
