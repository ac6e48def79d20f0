import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, graphqlEnum, maxPageSize } from '@planerka/platform/server';
import { foundKinds, type FoundKind } from './search-matches';

export const FoundKindEnum = graphqlEnum('FoundKind', foundKinds);
export const SearchProblemEnum = graphqlEnum('SearchProblem', ['too_short', 'too_long']);

@ObjectType('TextRange', {
  description: 'Places in a text, in UTF-16 code units: the first that is meant, and the first that is not any more.',
})
export class TextRangeObject {
  @Field(() => Int)
  from!: number;

  @Field(() => Int)
  to!: number;
}

@ObjectType('Passage', { description: 'A piece of a text and what in it was asked for. Never markup.' })
export class PassageObject {
  @Field()
  text!: string;

  @Field(() => [TextRangeObject])
  marks!: readonly TextRangeObject[];
}

@ObjectType('Found', { description: 'A thing that says what was asked for.' })
export class FoundObject {
  @Field(() => ID, {
    description: 'Of the client, the campaign, the publication, the comment; of the task for a task and for its text.',
  })
  id!: string;

  @Field(() => FoundKindEnum)
  kind!: FoundKind;

  @Field(() => PassageObject, { description: 'Its name; of a text or a comment the name of its task.' })
  title!: PassageObject;

  @Field(() => PassageObject, { nullable: true, description: 'Where the text says it; null where only the name does.' })
  passage!: PassageObject | null;

  @Field(() => ID)
  clientId!: string;

  @Field()
  clientName!: string;

  @Field(() => ID, { nullable: true })
  taskId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The state of a task or a campaign, the status of a publication.',
  })
  state!: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote the comment.' })
  author!: string | null;

  @Field({ description: 'A comment that the client reads, too.' })
  isForClient!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it is published, was written or last changed.' })
  at!: string;
}

@ObjectType()
export class FoundConnection extends connectionOf(FoundObject) {}

@ObjectType('FoundGroup')
export class FoundGroupObject {
  @Field(() => FoundKindEnum)
  kind!: FoundKind;

  @Field(() => Int, { description: 'How many there are, whether or not they were asked for.' })
  count!: number;

  @Field(() => FoundConnection)
  found!: FoundConnection;
}

@ObjectType('SearchAnswer')
export class SearchAnswerObject {
  @Field(() => SearchProblemEnum, { nullable: true, description: 'Why nothing was looked for.' })
  problem!: 'too_short' | 'too_long' | null;

  @Field({ description: 'Nothing is spelled like that; this was found of what may have been meant.' })
  isGuess!: boolean;

  @Field(() => [FoundGroupObject], { description: 'In the order of what is best in each.' })
  groups!: readonly FoundGroupObject[];
}

@ArgsType()
export class SearchArgs {
  @Field({
    description:
      'At least two letters or a digit, at most 200 characters and eight words: all of them, in any form and order.',
  })
  query!: string;

  @Field(() => [FoundKindEnum], { defaultValue: [], description: 'None: all of them.' })
  kinds!: readonly FoundKind[];

  @Field(() => ID, { nullable: true })
  clientId?: string | null;

  @Field(() => Int, { defaultValue: 10, description: `How many of each kind at most, 1–${maxPageSize}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before; then `kinds` is one.' })
  after?: string | null;
}
