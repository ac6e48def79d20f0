import { Field, InputType } from '@nestjs/graphql';

@InputType()
export class UpdateProfileInput {
  @Field()
  name!: string;

  @Field({ description: '"ru" or "en".' })
  locale!: string;
}

@InputType()
export class ChangePasswordInput {
  @Field()
  currentPassword!: string;

  @Field({ description: 'At least 10 characters, and none of those that leak most.' })
  newPassword!: string;
}
