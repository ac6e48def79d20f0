import { Field, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotFound, resultUnion } from '@planerka/platform/server';
import { TooManyAttempts } from '../agency/agency.results';
import { AccountObject } from './account.object';

@ObjectType()
export class AccountChanged {
  @Field(() => AccountObject)
  account!: AccountObject;
}

export const AccountResult = resultUnion('AccountResult', [AccountChanged, InvalidInput, TooManyAttempts]);
export const EndSessionResult = resultUnion('EndSessionResult', [AccountChanged, NotFound]);
