import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { commonErrors, IllegalTransition, resultUnion } from '@planerka/platform/server';
import { ContentItemObject } from './content-item.object';

@ObjectType({ isAbstract: true })
abstract class ItemSuccess {
  @Field(() => ContentItemObject)
  item!: ContentItemObject;
}

@ObjectType()
export class CreateContentItemSuccess extends ItemSuccess {}

@ObjectType()
export class UpdateContentItemSuccess extends ItemSuccess {}

@ObjectType()
export class MoveContentItemSuccess extends ItemSuccess {}

@ObjectType()
export class CopyContentItemSuccess extends ItemSuccess {}

@ObjectType()
export class RestoreContentItemSuccess extends ItemSuccess {}

@ObjectType()
export class MarkContentItemPublishedSuccess extends ItemSuccess {}

@ObjectType()
export class SetContentItemLinksSuccess extends ItemSuccess {}

@ObjectType()
export class UndoContentItemPublicationSuccess extends ItemSuccess {}

@ObjectType()
export class DeleteContentItemSuccess {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int, { description: '`expectedVersion` of the restoring that undoes it.' })
  version!: number;
}

const failures = [...commonErrors, IllegalTransition] as const;

export const CreateContentItemResult = resultUnion('CreateContentItemResult', [
  CreateContentItemSuccess,
  ...commonErrors,
]);
export const UpdateContentItemResult = resultUnion('UpdateContentItemResult', [UpdateContentItemSuccess, ...failures]);
export const MoveContentItemResult = resultUnion('MoveContentItemResult', [MoveContentItemSuccess, ...failures]);
export const CopyContentItemResult = resultUnion('CopyContentItemResult', [CopyContentItemSuccess, ...failures]);
export const DeleteContentItemResult = resultUnion('DeleteContentItemResult', [DeleteContentItemSuccess, ...failures]);
export const RestoreContentItemResult = resultUnion('RestoreContentItemResult', [
  RestoreContentItemSuccess,
  ...failures,
]);
export const MarkContentItemPublishedResult = resultUnion('MarkContentItemPublishedResult', [
  MarkContentItemPublishedSuccess,
  ...failures,
]);
export const SetContentItemLinksResult = resultUnion('SetContentItemLinksResult', [
  SetContentItemLinksSuccess,
  ...failures,
]);
export const UndoContentItemPublicationResult = resultUnion('UndoContentItemPublicationResult', [
  UndoContentItemPublicationSuccess,
  ...failures,
]);
