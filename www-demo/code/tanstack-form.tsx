import { useForm } from '@tanstack/react-form';
import { pageSchema } from 'kyc-rules';

interface Answers {
  phoneNumber: string;
  nationality: string;
}

const page = pageSchema<Answers>(['phoneNumber', 'nationality']);
const FIELDS = [
  { name: 'phoneNumber', label: 'Phone number', autoComplete: 'tel' },
  { name: 'nationality', label: 'Nationality, as two letters', autoComplete: 'off' },
] as const;

export function Personal({ onNext }: { onNext: (answers: Answers) => void }) {
  const form = useForm({
    defaultValues: { phoneNumber: '', nationality: '' },
    validators: { onSubmit: page },
    onSubmit: ({ value }) => onNext(value),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      {FIELDS.map(({ name, label, autoComplete }) => (
        <form.Field key={name} name={name}>
          {({ state, handleChange }) => (
            <>
              <label htmlFor={name}>{label}</label>
              <input
                id={name}
                autoComplete={autoComplete}
                value={state.value}
                onChange={(event) => handleChange(event.target.value)}
                aria-invalid={state.meta.errors.length > 0}
                aria-describedby={`${name}-said`}
              />
              <p id={`${name}-said`}>{state.meta.errors[0]?.message}</p>
            </>
          )}
        </form.Field>
      ))}
      <button>Continue</button>
    </form>
  );
}
