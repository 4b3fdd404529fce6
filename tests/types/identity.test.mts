// What tsc must accept and refuse of kyc-rules/mrz and kyc-rules/national-id. Run by `tsc --project tests/types`.
import { type Mrz, mrz } from '../../dist/npm/kyc-rules/mrz.js';
import { checkScheme, type NationalId, nationalId } from '../../dist/npm/kyc-rules/national-id.js';

const zone: Mrz = mrz(['P<UTO', 'L898'], { today: '2026-01-31' });
if (zone.format !== null) {
  const born: string | null = zone.fields.dateOfBirth;
  for (const { line, column, character } of zone.corrections) console.log(born, line + column, character);
}
// @ts-expect-error: lines that are no zone have no fields
zone.fields.primary;
// @ts-expect-error: a line is text
mrz([7]);

const shown: NationalId | undefined = nationalId('BR', 'TIN');
const mode: 'numeric' | 'text' | undefined = shown?.inputMode;
const valid: boolean | undefined = checkScheme(shown?.scheme ?? 'BR.cpf', '1').valid;
console.log(mode, valid);
// @ts-expect-error: a country's code is asked for
nationalId();
