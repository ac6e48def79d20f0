import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, InvalidInput, NotFound, resultUnion } from '@planerka/platform/server';
import { TooManyAttempts } from '../agency/agency.results';

@ObjectType({ description: 'Ways in, as this server is set up.' })
export class SignInOptions {
  @Field({ description: 'Whether letters go out: else the owner hands over a link to a new password.' })
  isMailConfigured!: boolean;

  @Field(() => String, { nullable: true, description: 'The OpenID Connect provider’s name, where there is one.' })
  providerName!: string | null;

  @Field({ description: 'Whether a stranger may register an agency here.' })
  isRegistrationOpen!: boolean;
}

@ObjectType({ description: 'The same whether there is such an account or not.' })
export class PasswordResetRequested {
  @Field()
  isMailConfigured!: boolean;
}

@ObjectType()
export class PasswordReset {
  @Field()
  done!: boolean;
}

@ObjectType()
export class ResetLinkMade {
  @Field({ description: 'Told this once; works once.' })
  url!: string;

  @Field(() => DateTimeScalar)
  expiresAt!: Date;
}

@ObjectType()
export class ProviderAddress {
  @Field({ description: 'Where the browser goes to sign in.' })
  url!: string;
}

@ObjectType()
export class EmailVerified {
  @Field()
  done!: boolean;
}

@InputType()
export class ResetPasswordInput {
  @Field()
  token!: string;

  @Field()
  newPassword!: string;
}

@InputType()
export class CreateResetLinkInput {
  @Field(() => ID)
  memberId!: string;
}

export const ResetPasswordResult = resultUnion('ResetPasswordResult', [PasswordReset, InvalidInput, TooManyAttempts]);
export const ResetLinkResult = resultUnion('ResetLinkResult', [ResetLinkMade, InvalidInput, NotFound]);
export const ProviderSignInResult = resultUnion('ProviderSignInResult', [ProviderAddress, NotFound]);
export const VerifyEmailResult = resultUnion('VerifyEmailResult', [EmailVerified, InvalidInput]);
