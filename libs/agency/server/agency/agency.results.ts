import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CommandErrorInterface, commonErrors, resultUnion } from '@planerka/platform/server';
import { AgencyObject, ViewerObject } from './agency.object';

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'E-mail or password is wrong; which of them is not told.',
})
export class InvalidCredentials implements CommandErrorInterface {
  message!: string;
}

@ObjectType({ implements: () => [CommandErrorInterface], description: 'Too many tries from this address.' })
export class TooManyAttempts implements CommandErrorInterface {
  message!: string;

  @Field(() => Int, { description: 'Seconds until the next try makes sense.' })
  retryAfter!: number;
}

@ObjectType()
export class SignedIn {
  @Field(() => ViewerObject)
  viewer!: ViewerObject;
}

@ObjectType()
export class SignedOut {
  @Field()
  signedOut!: boolean;
}

@ObjectType()
export class UpdateAgencySuccess {
  @Field(() => AgencyObject)
  agency!: AgencyObject;
}

@ObjectType()
export class SetAgencyDaysSuccess {
  @Field(() => AgencyObject)
  agency!: AgencyObject;
}

@ObjectType({ description: 'The password was right: `verifySecondFactor` comes next, within ten minutes.' })
export class SecondFactorNeeded {
  @Field()
  needed!: boolean;
}

@ObjectType({ description: 'The next step stands in a letter. The same whether there is such an account or not.' })
export class LetterSent {
  @Field({ description: 'Where it went.' })
  email!: string;
}

export const SignInResult = resultUnion('SignInResult', [
  SignedIn,
  SecondFactorNeeded,
  InvalidCredentials,
  TooManyAttempts,
  ...commonErrors.slice(0, 1),
]);
export const RegisterAgencyResult = resultUnion('RegisterAgencyResult', [
  SignedIn,
  LetterSent,
  TooManyAttempts,
  ...commonErrors.slice(0, 1),
]);
export const SetAgencyDaysResult = resultUnion('SetAgencyDaysResult', [SetAgencyDaysSuccess, ...commonErrors]);
export const UpdateAgencyResult = resultUnion('UpdateAgencyResult', [UpdateAgencySuccess, ...commonErrors]);
