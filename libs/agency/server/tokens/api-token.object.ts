import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { commonErrors, DateTimeScalar, resultUnion } from '@planerka/platform/server';

@ObjectType('ApiToken', { description: 'A member’s key for programs. What it opens is never shown again.' })
export class ApiTokenObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [String], { description: '"tasks:write"' })
  scopes!: string[];

  @Field({ description: 'Its last four characters.' })
  hint!: string;

  @Field()
  memberName!: string;

  @Field()
  isOwn!: boolean;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => String, { nullable: true })
  lastAddress!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;

  @Field({ description: 'Neither revoked nor past its day.' })
  isAlive!: boolean;
}

@InputType()
export class CreateApiTokenInput {
  @Field()
  name!: string;

  @Field(() => [String])
  scopes!: string[];

  @Field(() => Int, { description: '1–365.' })
  expiresInDays!: number;
}

@ObjectType()
export class ApiTokenCreated {
  @Field({ description: 'The token itself: now, and never again.' })
  token!: string;

  @Field(() => ApiTokenObject)
  apiToken!: ApiTokenObject;
}

@ObjectType()
export class ApiTokenRevoked {
  @Field(() => ApiTokenObject)
  apiToken!: ApiTokenObject;
}

export const CreateApiTokenResult = resultUnion('CreateApiTokenResult', [ApiTokenCreated, commonErrors[0]]);
export const RevokeApiTokenResult = resultUnion('RevokeApiTokenResult', [ApiTokenRevoked, commonErrors[1]]);
