import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientAnswer } from '../client/client-answer';
import { ChangeClientResult } from '../client/client.results';
import { ArchiveContactInput, CreateContactInput, UpdateContactInput } from './contact.inputs';
import { ContactsService } from './contacts.service';

@Resolver()
export class ContactResolver {
  constructor(
    private readonly contacts: ContactsService,
    private readonly answer: ClientAnswer,
  ) {}

  @Mutation(() => ChangeClientResult)
  async createContact(@Viewer() viewer: CurrentMember, @Args('input') input: CreateContactInput) {
    return this.answer.to(await this.contacts.create(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async updateContact(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateContactInput) {
    return this.answer.to(await this.contacts.update(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async archiveContact(@Viewer() viewer: CurrentMember, @Args('input') input: ArchiveContactInput) {
    return this.answer.to(await this.contacts.archive(viewer, input));
  }
}
