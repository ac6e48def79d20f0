import { v7, validate } from 'uuid';

/** A UUID. New ones are version 7, so that rows of a tenant lie in the order they were made. */
export type Id = string;

/** The one source of randomness in `domain/`. */
export const newId = (): Id => v7();

export const isId = (value: unknown): value is Id => typeof value === 'string' && validate(value);
