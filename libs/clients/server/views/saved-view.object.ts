import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

/** What every page's views have; each adds what it shows. */
@ObjectType({ isAbstract: true })
export abstract class SavedViewObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'With the agency’s managers who serve its clients; else it is its author’s alone.' })
  isShared!: boolean;

  @Field({ description: 'The viewer made it.' })
  isOwn!: boolean;

  @Field()
  authorName!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Whom it is of; null where it is for whichever client is open, or for all.',
  })
  clientId!: string | null;

  @Field(() => String, { nullable: true })
  clientName!: string | null;

  @Field({ description: 'To change it, and to delete it and bring it back.' })
  viewerCanEdit!: boolean;

  @Field(() => Int)
  version!: number;

  abstract shown: object;
}

@InputType({ isAbstract: true })
export abstract class CreateViewFields {
  @Field()
  name!: string;

  @Field({ defaultValue: false })
  isShared!: boolean;

  @Field(() => ID, { nullable: true, description: 'Whom it is of.' })
  clientId?: string | null;

  abstract shown: object;
}

@InputType({ isAbstract: true })
export abstract class UpdateViewFields {
  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { nullable: true })
  isShared?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'For whichever client is open, or all, where it is null.' })
  clientId?: string | null;

  abstract shown?: object | null;
}
