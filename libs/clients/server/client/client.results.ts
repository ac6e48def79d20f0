import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CommandErrorInterface, commonErrors, resultUnion } from '@planerka/platform/server';

@ObjectType({ description: 'The client as it is now: whatever belongs to it can be asked for in the same go.' })
export class ClientChanged {
  /** Not on the wire: `client` is read by it, as far as it is asked for. */
  clientId!: string;
}

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'The manager of the squad leads as many clients as they may.',
})
export class ClientLimitReached implements CommandErrorInterface {
  message!: string;

  @Field()
  managerName!: string;

  @Field(() => Int, { description: 'That they lead now.' })
  clients!: number;

  @Field(() => Int)
  limit!: number;

  @Field({ description: 'The viewer may give one more all the same: `goOverLimit`.' })
  mayGoOver!: boolean;
}

export const ChangeClientResult = resultUnion('ChangeClientResult', [
  ClientChanged,
  ClientLimitReached,
  ...commonErrors,
]);
