import { Field, ObjectType } from '@nestjs/graphql';
import { commonErrors, resultUnion } from '@planerka/platform/server';
import { ClientObject } from './client.object';

@ObjectType({ description: 'The client as it is now: whatever belongs to it can be asked for in the same go.' })
export class ClientChanged {
  @Field(() => ClientObject)
  client!: ClientObject;
}

export const ChangeClientResult = resultUnion('ChangeClientResult', [ClientChanged, ...commonErrors]);
