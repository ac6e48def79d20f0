import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import type { SilencePolicy, StageMode } from '@planerka/clients/domain';
import { SilencePolicyEnum, StageModeEnum } from '@planerka/clients/server';
import { connectionOf, DateTimeScalar, graphqlEnum } from '@planerka/platform/server';
import {
  approvalStates,
  decisionKinds,
  linkUses,
  type ApprovalState,
  type DecisionKind,
  type LinkState,
  type LinkUse,
} from '@planerka/review/domain';
import type { TaskState } from '@planerka/tasks/domain';
import { TaskStateEnum } from '@planerka/tasks/server';
import { ChangeRequestObject } from '../change-requests/change-request.object';

export const ApprovalStateEnum = graphqlEnum('ApprovalState', approvalStates);
export const DecisionKindEnum = graphqlEnum('DecisionKind', decisionKinds);
export const LinkStateEnum = graphqlEnum('LinkState', ['open', 'expired', 'revoked', 'locked']);
export const LinkUseEnum = graphqlEnum('LinkUse', linkUses);
export const ApprovalActionEnum = graphqlEnum('ApprovalAction', ['withdraw']);

@ObjectType('ApprovalClient')
export class ApprovalClientObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('ApprovalSubject', { description: 'A task whose result is asked about.' })
export class ApprovalSubjectObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  taskId!: string;

  @Field()
  title!: string;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => TaskStateEnum)
  taskState!: TaskState;

  @Field(() => ID, { nullable: true })
  itemId!: string | null;

  @Field(() => String, { nullable: true })
  itemTitle!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  publishAt!: string | null;

  @Field(() => Int, { description: 'The version that was sent.' })
  deliverableNumber!: number;

  @Field({ description: 'It is still the last one.' })
  isCurrent!: boolean;
}

@ObjectType('ApprovalDecision', { description: 'Who decided what, when and from where, on which content.' })
export class ApprovalDecisionObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  contactId!: string;

  @Field()
  contactName!: string;

  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field()
  comment!: string;

  @Field({ description: 'SHA-256 over the content that was on the screen.' })
  contentHash!: string;

  @Field()
  ipAddress!: string;

  @Field()
  userAgent!: string;

  @Field(() => DateTimeScalar)
  decidedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  voidedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'content_changed, brief_changed, subject_withdrawn' })
  voidReason!: string | null;
}

@ObjectType('ApprovalLinkUse', { description: 'What was done by a link, when and from where.' })
export class ApprovalLinkUseObject {
  @Field(() => ID)
  id!: string;

  @Field(() => LinkUseEnum)
  kind!: LinkUse;

  @Field()
  ipAddress!: string;

  @Field()
  userAgent!: string;

  @Field(() => DateTimeScalar)
  at!: string;
}

@ObjectType('ApprovalLink', { description: 'One approver’s way in; its address was told once and is not kept.' })
export class ApprovalLinkObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  contactId!: string;

  @Field()
  contactName!: string;

  @Field()
  contactPosition!: string;

  @Field({ description: 'Their word ends the request.' })
  isFinal!: boolean;

  @Field(() => LinkStateEnum)
  state!: LinkState;

  @Field()
  hasPin!: boolean;

  @Field(() => DateTimeScalar)
  expiresAt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  openedAt!: string | null;

  @Field(() => Int, { description: 'Visits; a page loaded again within half an hour is the same one.' })
  visits!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastVisitAt!: string | null;

  @Field({ description: 'All the others agree: without this one the request is approved.' })
  approvesIfRevoked!: boolean;

  @Field(() => [ApprovalLinkUseObject], { description: 'The last twenty, the newest first.' })
  uses!: readonly ApprovalLinkUseObject[];
}

@ObjectType('Approval', { description: 'The question to the client: is exactly this content good?' })
export class ApprovalObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  message!: string;

  @Field(() => [String], { description: 'What is different from the version the client saw before.' })
  changes!: readonly string[];

  @Field(() => ApprovalStateEnum)
  state!: ApprovalState;

  @Field({
    description:
      'Why it was withdrawn, in words; or content_changed, brief_changed where it was voided, silence where nobody answered.',
  })
  stateReason!: string;

  @Field(() => StageModeEnum)
  mode!: StageMode;

  @Field(() => Int, { description: 'From 1; rounds before it came back with changes.' })
  round!: number;

  @Field(() => Int)
  includedRounds!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: string | null;

  @Field()
  isOverdue!: boolean;

  @Field(() => SilencePolicyEnum, { description: 'What silence until then means, as the client was told.' })
  silencePolicy!: SilencePolicy;

  @Field(() => DateTimeScalar, { nullable: true })
  remindedAt!: string | null;

  @Field(() => DateTimeScalar)
  sentAt!: string;

  @Field()
  sentBy!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => ApprovalClientObject)
  client!: ApprovalClientObject;

  @Field(() => [ApprovalSubjectObject])
  subjects!: readonly ApprovalSubjectObject[];

  @Field(() => [ApprovalLinkObject], { description: 'One per approver, the present one of each.' })
  links!: readonly ApprovalLinkObject[];

  @Field(() => [ApprovalDecisionObject], { description: 'The first one first.' })
  decisions!: readonly ApprovalDecisionObject[];

  @Field(() => [ChangeRequestObject], {
    description: 'Rounds past the included ones of its tasks, whenever they began.',
  })
  changeRequests!: readonly ChangeRequestObject[];

  @Field(() => [ApprovalActionEnum])
  availableActions!: readonly 'withdraw'[];
}

@ObjectType()
export class ApprovalConnection extends connectionOf(ApprovalObject) {}

@ObjectType('ApprovalLinkAddress', { description: 'Told once: only its hash is kept.' })
export class ApprovalLinkAddressObject {
  @Field(() => ID)
  linkId!: string;

  @Field(() => ID)
  contactId!: string;

  @Field()
  contactName!: string;

  @Field()
  url!: string;

  @Field(() => String, { nullable: true, description: 'Where it was mailed; null where it has to be copied.' })
  mailedTo!: string | null;
}

@ObjectType('ApproverChoice', { description: 'A contact who may be asked.' })
export class ApproverChoiceObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  position!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field()
  isApprover!: boolean;

  @Field()
  isFinalApprover!: boolean;
}

@ObjectType('ApprovalDraft', { description: 'What a request for these tasks would be: nothing is sent yet.' })
export class ApprovalDraftObject {
  @Field(() => ApprovalClientObject)
  client!: ApprovalClientObject;

  @Field(() => [ApprovalSubjectObject], { description: 'Only what is ready to be shown.' })
  subjects!: readonly ApprovalSubjectObject[];

  @Field(() => [ApproverChoiceObject])
  contacts!: readonly ApproverChoiceObject[];

  @Field(() => Int, { description: 'From 1.' })
  round!: number;

  @Field(() => Int)
  includedRounds!: number;

  @Field(() => SilencePolicyEnum, { description: 'What is agreed with the client about answers that do not come.' })
  silencePolicy!: SilencePolicy;

  @Field(() => StageModeEnum, { description: 'Whose word the client usually wants.' })
  approvalMode!: StageMode;

  @Field(() => [DateTimeScalar], { description: 'The ends of the next working days: one, two, three and five ahead.' })
  dueChoices!: readonly string[];

  @Field({ description: 'Letters go out; without it the links are copied by hand.' })
  isMailed!: boolean;
}
