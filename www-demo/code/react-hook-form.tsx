import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { pageSchema } from 'kyc-rules';
import { useForm } from 'react-hook-form';

interface Answers {
  phoneNumber: string;
  nationality: string;
}

/** The fields of this page; what is handed on is their canonical copy. */
const page = pageSchema<Answers>(['phoneNumber', 'nationality'], { normalize: true });

export function Personal({ onNext }: { onNext: (answers: Answers) => void }) {
  const { register, handleSubmit, formState } = useForm<Answers>({ resolver: standardSchemaResolver(page) });
  const said = formState.errors;
  return (
    <form noValidate onSubmit={handleSubmit((answers) => onNext(answers))}>
      <label htmlFor="phone">Phone number</label>
      <input
        id="phone"
        type="tel"
        autoComplete="tel"
        aria-invalid={said.phoneNumber !== undefined}
        aria-describedby="phone-said"
        {...register('phoneNumber')}
      />
      <p id="phone-said">{said.phoneNumber?.message}</p>
      <label htmlFor="nationality">Nationality, as two letters</label>
      <input
        id="nationality"
        aria-invalid={said.nationality !== undefined}
        aria-describedby="nationality-said"
        {...register('nationality')}
      />
      <p id="nationality-said">{said.nationality?.message}</p>
      <button>Continue</button>
    </form>
  );
}
