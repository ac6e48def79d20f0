import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@planerka/platform/server';

@ObjectType('Contact', { description: 'A person on the client’s side.' })
export class ContactObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  clientId!: string;

  @Field()
  name!: string;

  @Field({ description: 'What they do at the client; may be empty.' })
  position!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'A Telegram name: "@marina".' })
  telegram!: string | null;

  @Field({ description: 'Approvals may be sent to them.' })
  isApprover!: boolean;

  @Field({ description: 'Their word ends an approval. At most one contact of a client has it.' })
  isFinalApprover!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  archivedAt!: Date | string | null;

  @Field(() => Int)
  version!: number;
}
