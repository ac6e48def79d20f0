import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { parseBrandProfile } from '@planerka/clients/domain';
import { changesBetween, err, ok } from '@planerka/platform/domain';
import { invalidInput, notFound, staleVersion, UnitOfWork } from '@planerka/platform/server';
import type { ClientCommand } from '../client/clients.service';
import { clientEvent, ledClient } from '../client/led-client';
import type { SaveBrandProfileInput } from './brand-profile.inputs';

@Injectable()
export class BrandProfileService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Saved as one types: the version tells of somebody else's words before they are overwritten. */
  save(viewer: CurrentMember, { clientId, expectedVersion, data }: SaveBrandProfileInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, emit } = tx;
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseBrandProfile(data);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const before = await db.brandProfile.findUniqueOrThrow({
        where: { agencyId_clientId: { agencyId, clientId: client.id } },
        select: { data: true, version: true },
      });
      const { count } = await db.brandProfile.updateMany({
        where: { agencyId, clientId: client.id, version: expectedVersion },
        data: { data: parsed.value, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(before.version));
      const changes = changesBetween({ data: before.data }, { data: parsed.value });
      emit(clientEvent(viewer, 'client.brand_profile_saved', client, {}, changes));
      return ok(client.id);
    });
  }
}
