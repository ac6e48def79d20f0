import { Field, ObjectType } from '@nestjs/graphql';
import { GuestPostObject } from '../guest/guest.object';
import { ApprovalObject } from './approval.object';

@ObjectType('ApprovalCertificate', { description: 'What was decided, by whom, when, from where, on exactly what.' })
export class ApprovalCertificateObject {
  @Field(() => ApprovalObject)
  approval!: ApprovalObject;

  @Field()
  agencyName!: string;

  @Field({ description: 'SHA-256 over what was asked about.' })
  contentHash!: string;

  @Field(() => [GuestPostObject], { description: 'What was shown: as it was sent, whatever came after.' })
  posts!: readonly GuestPostObject[];
}
