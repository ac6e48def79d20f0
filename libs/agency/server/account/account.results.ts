import { Field, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotFound, resultUnion } from '@planerka/platform/server';
import { LetterSent, TooManyAttempts } from '../agency/agency.results';
import { AccountObject } from './account.object';

@ObjectType()
export class AccountChanged {
  @Field(() => AccountObject)
  account!: AccountObject;
}

@ObjectType({ description: 'Told this once; in force from the first code of the app on.' })
export class SecondFactorBegun {
  @Field({ description: 'otpauth://…, for the app to read as a picture.' })
  uri!: string;

  @Field({ description: 'The same to type by hand.' })
  secret!: string;

  @Field(() => [String], { description: 'Each lets in once, without the phone.' })
  recoveryCodes!: readonly string[];
}

@ObjectType({ description: 'Told this once; those of before work no more.' })
export class RecoveryCodesMade {
  @Field(() => [String])
  recoveryCodes!: readonly string[];
}

export const SecondFactorResult = resultUnion('SecondFactorResult', [SecondFactorBegun, InvalidInput, TooManyAttempts]);
export const RecoveryCodesResult = resultUnion('RecoveryCodesResult', [
  RecoveryCodesMade,
  InvalidInput,
  TooManyAttempts,
]);
export const AccountResult = resultUnion('AccountResult', [AccountChanged, InvalidInput, TooManyAttempts]);
export const EmailConfirmationResult = resultUnion('EmailConfirmationResult', [
  LetterSent,
  InvalidInput,
  TooManyAttempts,
]);
export const EndSessionResult = resultUnion('EndSessionResult', [AccountChanged, NotFound]);
