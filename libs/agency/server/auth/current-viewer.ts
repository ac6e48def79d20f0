import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLContext } from '@planerka/platform/server';
import { GraphQLError } from 'graphql';
import type { CurrentMember, MemberActor, SignedInUser, UserActor } from './current-member';

const contextOf = (execution: ExecutionContext): GraphQLContext =>
  GqlExecutionContext.create(execution).getContext<GraphQLContext>();

const unauthenticated = (): GraphQLError =>
  new GraphQLError('Sign in first', { extensions: { code: 'UNAUTHENTICATED' } });

export const memberOf = ({ actor }: GraphQLContext): CurrentMember | null =>
  actor?.kind === 'member' ? (actor as MemberActor).member : null;

export const userOf = ({ actor }: GraphQLContext): SignedInUser | null =>
  actor?.kind === 'member' || actor?.kind === 'user' ? (actor as MemberActor | UserActor).user : null;

/** The member who asks; without one the operation ends as UNAUTHENTICATED. */
export const Viewer = createParamDecorator((_: unknown, execution: ExecutionContext): CurrentMember => {
  const member = memberOf(contextOf(execution));
  if (!member) throw unauthenticated();
  return member;
});

/** The person who asks, whether or not they are a member anywhere. */
export const User = createParamDecorator((_: unknown, execution: ExecutionContext): SignedInUser => {
  const user = userOf(contextOf(execution));
  if (!user) throw unauthenticated();
  return user;
});

/** The whole request, for the few resolvers that set cookies. */
export const RequestContext = createParamDecorator((_: unknown, execution: ExecutionContext): GraphQLContext =>
  contextOf(execution),
);
