// What every environment is asked about: the guide's sample (`sample.mjs` is written beside this file), one with slips of several
// kinds, specimens of other entries. Published and made-up values only.
import sample from './sample.mjs';

export const OPTIONS = { today: '2026-01-31' };
export { sample };

/** A phone number that is none, a wrong type, a child, a number left out, a letter beyond ASCII, a key nobody knows. */
export const slips = {
  ...sample,
  legalLastName: 'Nguyễn李😀',
  phoneNumber: '555',
  dateOfBirth: '2020-02-29',
  isIntermediary: 'no',
  legalFistName: 'Jane',
  address: { ...sample.address, postalCode: '9410', stateCode: 'ZZ' },
  documents: [{ ...sample.documents[0], number: '' }],
};

export const customer = { type: 'INDIVIDUAL', email: 'jane@example.com', firstName: 'Zoë', lastName: '李' };

/** The passport of ICAO 9303, part 4. */
export const PASSPORT = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

/** A picture of one pixel, PNG. */
export const PIXEL = Uint8Array.from([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21, 196, 137,
  0, 0, 0, 13, 73, 68, 65, 84, 120, 218, 99, 100, 96, 248, 95, 15, 0, 2, 135, 1, 128, 235, 71, 186, 146, 0, 0, 0, 0, 73,
  69, 78, 68, 174, 66, 96, 130,
]);

/** A chessboard of 400 by 300, PNG. */
export const PICTURE = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAZAAAAEsCAAAAADI3LoeAAACK0lEQVR42u3ZsQ0AMAgEMYZg/1VJwwwQCae7Nq5eRParfnq3w4cA0UCAaCBANJADID7irwYCRAMBooEA0UAugPgIS10DAaKBANFAgGj3EEvdhwDRQIBoIEA0EPcQbakD8SFANBAgGggQ7R5iqWsgQHwIEA0EiAbiHqItdSAaCBAfAkQDAaLdQyx1DQSIBgLEBwHRQNxDtKUORAMBooEA0UC0e4ilroEA0UCAaCBAtHuIttSBaCBANBAgGoh7iLbUNRAgGggQDQSIdg+x1DUQDQSIBgJEA3EP0ZY6EA0EiA8BooEA0e4hlroGAkQDAeJDgGgg7iHaUgeigQDRQID4ECDaPcRS10CAaCBANBAgPsQ9RFvqQDQQIBoIEA3EPcTHWOoaCBANBIgGAkS7h1jqGogGAkQDAaKBuIdoSx2IBqKBANFAgGj3EEtdAwGigWggQDQQ9xBtqQPRQIBoIBoIEO0eYqlrIEA0ECAaCBAf4h6iLXUgGggQDQSIBuIe4iMsdQ0EiAYCRAMBot1DLHUfAkQDAaKBANFA3EO0pQ7EhwDRQIBoIEC0e4ilroEA8SFANBAgGoh7iLbUgWggQDQQDQSIdg+x1DUQIBoIEA1EA3EP0ZY6EA0EiAYCRAPR7iGWugYCRAMBooEA0e4h2lIHooEA0UCAaCDuIdpSB+JDgGggQDQQINo9xFLXQID4ECAaCBANxD1EW+pANBAgPgSIBgJEu4dY6hoIED3WDwGM09a/hpPhAAAAAElFTkSuQmCC',
  ),
  (letter) => letter.charCodeAt(0),
);

/** The vector of Standard Webhooks. */
export const WEBHOOK = {
  body: '{"test": 2432232314}',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  now: 1614265330000,
};
