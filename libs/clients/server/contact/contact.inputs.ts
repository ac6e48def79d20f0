import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ isAbstract: true })
class ContactFields {
  @Field()
  name!: string;

  @Field({ defaultValue: '' })
  position!: string;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  telegram?: string | null;

  @Field({ defaultValue: false })
  isApprover!: boolean;

  @Field({ defaultValue: false, description: 'Takes the final word from whoever has it now.' })
  isFinalApprover!: boolean;
}

@InputType()
export class CreateContactInput extends ContactFields {
  @Field(() => ID)
  clientId!: string;
}

@InputType()
export class UpdateContactInput extends ContactFields {
  @Field(() => ID)
  contactId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ArchiveContactInput {
  @Field(() => ID)
  contactId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ defaultValue: true, description: 'False brings them back, without the final word.' })
  isArchived!: boolean;
}
