import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@planerka/platform/server';

@ObjectType('AccountSession', { description: 'Where the person is signed in.' })
export class AccountSessionObject {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: '"Firefox"; null where the browser does not say.' })
  browser!: string | null;

  @Field(() => String, { nullable: true, description: '"Windows", "Android".' })
  system!: string | null;

  @Field({ description: 'A phone or a tablet.' })
  isMobile!: boolean;

  @Field(() => String, { nullable: true, description: 'The address it was opened from.' })
  ipAddress!: string | null;

  @Field(() => DateTimeScalar)
  signedInAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Exact to the hour.' })
  lastUsedAt!: Date;

  @Field({ description: 'The one that asks.' })
  isThis!: boolean;
}

@ObjectType('Account', { description: 'The signed-in person, apart from the agencies they work in.' })
export class AccountObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field()
  isEmailVerified!: boolean;

  @Field({ description: 'Not confirmed yet, and letters go out: `sendEmailConfirmation` sends one.' })
  canConfirmEmail!: boolean;

  @Field({ description: 'Language of the letters to them: "ru" or "en".' })
  locale!: string;

  @Field({ description: 'False for whoever came by a provider of sign-in alone.' })
  hasPassword!: boolean;

  @Field()
  hasSecondFactor!: boolean;

  @Field(() => [AccountSessionObject], { description: 'This one first, then those used last.' })
  sessions!: readonly AccountSessionObject[];
}
