import { Field, ObjectType } from '@nestjs/graphql';
import { commonErrors, resultUnion } from '@planerka/platform/server';
import { ServiceObject } from './service.object';

@ObjectType()
export class ServiceChanged {
  @Field(() => ServiceObject)
  service!: ServiceObject;
}

export const ChangeServiceResult = resultUnion('ChangeServiceResult', [ServiceChanged, ...commonErrors]);
