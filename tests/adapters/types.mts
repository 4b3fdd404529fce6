// The schemas to the libraries' own types. Run by `tsc --project tests/adapters`.
import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { schemaResolver } from '@mantine/form';
import { initTRPC } from '@trpc/server';
import { sValidator } from '@hono/standard-validator';
import {
  type Customer,
  customerSchema,
  field,
  type KycData,
  type KycPatch,
  patchSchema,
  schema,
} from '../../dist/npm/kyc-rules/index.js';

export const standard: StandardSchemaV1<KycData, KycData> & StandardJSONSchemaV1<KycData, KycData> = schema;
export const patch: StandardSchemaV1<KycPatch, KycPatch> = patchSchema({ normalize: true });
export const customer: StandardSchemaV1<Customer, Customer> = customerSchema;
export const phone: StandardSchemaV1<string, string> = field('phoneNumber');
export type Data = StandardSchemaV1.InferOutput<typeof schema>;
export const data: KycData = {} as Data;

export const resolver = standardSchemaResolver(schema);
export const validate = schemaResolver(schema({ normalize: true }), { sync: true });
export const procedure = initTRPC.create().procedure.input(schema).mutation(({ input }) => input.phoneNumber.length);
export const middleware = sValidator('json', patchSchema);
