import { ObjectType } from '@nestjs/graphql';
import { commonErrors, resultUnion } from '@planerka/platform/server';

@ObjectType({ description: 'The client as it is now: whatever belongs to it can be asked for in the same go.' })
export class ClientChanged {
  /** Not on the wire: `client` is read by it, as far as it is asked for. */
  clientId!: string;
}

export const ChangeClientResult = resultUnion('ChangeClientResult', [ClientChanged, ...commonErrors]);
