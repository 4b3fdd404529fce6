import { useForm } from '@tanstack/react-form';
import { validateField } from 'kyc-rules';

/** A field's validator: the first thing that stops, or nothing. */
const rule =
  (path: 'phoneNumber' | 'nationality') =>
  ({ value }: { value: string }) =>
    validateField(path, value).find(({ severity }) => severity !== 'warning')?.message;

export function Personal({ onNext }: { onNext: (values: { phoneNumber: string }) => void }) {
  const form = useForm({ defaultValues: { phoneNumber: '' }, onSubmit: ({ value }) => onNext(value) });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      <form.Field name="phoneNumber" validators={{ onSubmit: rule('phoneNumber') }}>
        {(field) => (
          <>
            <label htmlFor="phone">Phone number</label>
            <input
              id="phone"
              type="tel"
              autoComplete="tel"
              value={field.state.value}
              onChange={(event) => field.handleChange(event.target.value)}
            />
            <p>{field.state.meta.errors.join(' ')}</p>
          </>
        )}
      </form.Field>
      <button>Continue</button>
    </form>
  );
}
