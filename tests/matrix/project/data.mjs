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
export const PASSPORT = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];

/** A picture of one pixel, PNG. */
export const PIXEL = Uint8Array.from([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21, 196, 137,
  0, 0, 0, 13, 73, 68, 65, 84, 120, 218, 99, 100, 96, 248, 95, 15, 0, 2, 135, 1, 128, 235, 71, 186, 146, 0, 0, 0, 0, 73,
  69, 78, 68, 174, 66, 96, 130,
]);

/** A chessboard of 400 by 300, PNG. */
export const PICTURE = Uint8Array.from(
  '89504e470d0a1a0a0000000d49484452000001900000012c0800000000c8dcba1e0000022b4944415478daedd9b10d00300804318660ff5549c30c1009a7bb36ae5e44f6ab7e7ab7c38700d14080682040349003203ee2af0602440301a28100d1402e80f8084b5d0301a28100d1408068f7104bdd8700d140806820403410f7106da903f121403410201a0810ed1e62a96b20407c08100d048806e21ea22d75201a08101f02440301a2dd432c750d04880602c40701d140dc43b4a50e440301a28100d140b47b88a5ae8100d14080682040b47b88b6d4816820403410201a887b88b6d43510201a08100d0488760fb1d435100d048806024403710fd1963a100d04880f01a28100d1ee2196ba0602440301e243806820ee21da5207a28100d14080f81020da3dc452d740806820403410203ec43d445bea403410201a08100dc43dc4c758ea1a08100d0488060244bb8758ea1a880602440301a281b887684b1d8806a28100d1408068f7104b5d0301a2816820403410f7106da903d1408068201a0810ed1e62a96b20403410201a08101fe21ea22d75201a08100d048806e21ee2232c750d04880602440301a2dd432c751f02440301a28100d140dc43b4a50ec48700d14080682040b47b88a5ae8100f121403410201a887b88b6d48168204034100d0488760fb1d43510201a08100d4403710fd1963a100d048806024403d1ee2196ba0602440301a28100d1ee21da5207a28100d140806820ee21da5207e24380682040341020da3dc452d74080f810201a08100dc43d445bea403410203e0488060244bb8758ea1a08103dd60f018cd3d6bf8693e10000000049454e44ae426082'.match(
    /../g,
  ),
  (pair) => Number.parseInt(pair, 16),
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
