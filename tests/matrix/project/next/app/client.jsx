'use client';
import * as element from 'kyc-rules/element';
import * as form from 'kyc-rules/form';
import { useEffect } from 'react';
import all from '../../all.mjs';
import { probe } from '../../probe.mjs';

export default function Client() {
  useEffect(() => {
    probe({ ...all, form, element, assess: all.image }).then((answers) => {
      window.answers = answers;
    });
  }, []);
  return <p>{all['.'].fields.length} fields</p>;
}
