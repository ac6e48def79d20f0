import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { toResult } from '@planerka/platform/server';
import type { CurrentMember } from '../auth/current-member';
import { Viewer } from '../auth/current-viewer';
import { ApiTokenObject, CreateApiTokenInput, CreateApiTokenResult, RevokeApiTokenResult } from './api-token.object';
import { ApiTokensQuery } from './api-tokens.query';
import { ApiTokensService } from './api-tokens.service';

@Resolver()
export class ApiTokenResolver {
  constructor(
    private readonly tokens: ApiTokensService,
    private readonly known: ApiTokensQuery,
  ) {}

  @Query(() => [ApiTokenObject], { description: 'One’s own; an owner sees everybody’s.' })
  apiTokens(@Viewer() viewer: CurrentMember): Promise<ApiTokenObject[]> {
    return this.known.list(viewer);
  }

  @Mutation(() => CreateApiTokenResult, { description: 'The answer holds the token itself, this once.' })
  async createApiToken(@Viewer() viewer: CurrentMember, @Args('input') input: CreateApiTokenInput) {
    const result = await this.tokens.create(viewer, input);
    const made = result.ok ? await this.known.one(viewer, result.value.id) : null;
    return toResult('ApiTokenCreated', result, ({ token }) => ({ token, apiToken: made }));
  }

  @Mutation(() => RevokeApiTokenResult, { description: 'At once and for good.' })
  async revokeApiToken(@Viewer() viewer: CurrentMember, @Args('tokenId', { type: () => ID }) tokenId: string) {
    const result = await this.tokens.revoke(viewer, tokenId);
    const revoked = result.ok ? await this.known.one(viewer, result.value) : null;
    return toResult('ApiTokenRevoked', result, () => ({ apiToken: revoked }));
  }
}
