import { custom, isId, monthInput, optionalLine, requiredLine, type Currency } from '@planerka/platform/domain';
import { z } from 'zod';
import { moneyField } from './money-field';

const count = (most: number) => z.number().int().min(0).max(most);
const id = () => z.string().refine(isId, { params: { code: 'not_an_id' } });

/** What an owner agrees with a client for a month and the ones after it. */
export const retainerSchema = (currency: Currency) =>
  z.strictObject({
    validFrom: monthInput(),
    fee: moneyField(currency),
    includedItems: count(1_000),
    includedRounds: count(100),
    extraRound: moneyField(currency),
    services: z
      .array(z.strictObject({ serviceId: id(), quantity: z.number().int().min(1).max(1_000) }))
      .max(50)
      .default([])
      .superRefine((services, context) => {
        services.forEach(({ serviceId }, index) => {
          const isRepeated = services.findIndex((service) => service.serviceId === serviceId) < index;
          if (isRepeated) context.addIssue(custom('duplicate', {}, [index, 'serviceId']));
        });
      }),
  });
export type RetainerInput = z.output<ReturnType<typeof retainerSchema>>;

/** A position of the agency's price list: one post, ad set-up, full service per month. */
export const serviceSchema = (currency: Currency) =>
  z.strictObject({
    name: requiredLine('name'),
    unit: optionalLine('name').default(''),
    price: moneyField(currency),
  });
export type ServiceInput = z.output<ReturnType<typeof serviceSchema>>;
