import { type FieldPath, pick } from 'kyc-rules';
import { type FieldErrors, type FieldValues, type Resolver, useForm } from 'react-hook-form';

const page = pick(['phoneNumber', 'dateOfBirth', 'nationality']);

/** What the rules say of a page, as React Hook Form wants it. */
const resolver: Resolver = (values: FieldValues) => {
  const errors: FieldErrors = {};
  for (const { path, code, message, severity } of page.validate(values).issues) {
    if (severity !== 'warning') errors[path as FieldPath] ??= { type: code, message };
  }
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
};

export function Personal({ onNext }: { onNext: (values: FieldValues) => void }) {
  const { register, handleSubmit, formState } = useForm({ resolver });
  const said = formState.errors.phoneNumber?.message;
  return (
    <form noValidate onSubmit={handleSubmit(onNext)}>
      <label htmlFor="phone">Phone number</label>
      <input
        id="phone"
        type="tel"
        autoComplete="tel"
        aria-invalid={!!said}
        aria-describedby="phone-said"
        {...register('phoneNumber')}
      />
      <p id="phone-said">{said ? String(said) : ''}</p>
      <button>Continue</button>
    </form>
  );
}
