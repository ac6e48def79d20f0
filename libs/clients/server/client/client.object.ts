import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ClientState, SilencePolicy } from '@planerka/clients/domain';
import { connectionOf, DateTimeScalar } from '@planerka/platform/server';
import { ClientStateEnum, SilencePolicyEnum } from './client.enums';

@ObjectType('SquadRef', { description: 'A squad by its name, where it is only mentioned.' })
export class SquadRefObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('Client', { description: 'A brand that the agency serves.' })
export class ClientObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'One line: what the client does.' })
  about!: string;

  @Field({ description: 'ISO 4217: all money of this client is in it.' })
  currency!: string;

  @Field(() => ClientStateEnum)
  state!: ClientState;

  @Field(() => SilencePolicyEnum, { nullable: true, description: 'Seen by whoever leads the client.' })
  silencePolicy!: SilencePolicy | null;

  @Field(() => SquadRefObject, { description: 'The squad that serves the client.' })
  squad!: SquadRefObject;

  /** Not on the wire: `logoUrl` is made of it. */
  logoFileId!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field({ description: 'May change the client, its brand profile, channels, contacts and research.' })
  viewerCanEdit!: boolean;

  @Field({ description: 'May hand the client to another squad.' })
  viewerCanAssign!: boolean;

  @Field({ description: 'May see and change the retainer.' })
  viewerCanEditRetainer!: boolean;
}

@ObjectType()
export class ClientConnection extends connectionOf(ClientObject) {}
