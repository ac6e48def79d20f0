import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@planerka/platform/server';

@ObjectType('GuestChange', {
  description:
    'What the link opens may look otherwise now, and is to be asked for again. What has changed is not said here.',
})
export class GuestChangeObject {
  @Field(() => DateTimeScalar)
  at!: string;
}
