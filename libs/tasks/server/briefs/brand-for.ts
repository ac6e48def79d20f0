import type { Prisma } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** The brand profile of today for the work of `t`, a row of `task`: names and tags of its campaign stand before the client's. */
export const brandFor = (t: RawBuilder<unknown>): RawBuilder<Prisma.InputJsonObject> => sql<Prisma.InputJsonObject>`(
  SELECT coalesce(r.data, '{}') || CASE
    WHEN p.ad_naming <> '' OR p.ad_utm <> '' THEN jsonb_build_object('tracking',
      coalesce(r.data -> 'tracking', '{}')
      || CASE WHEN p.ad_naming <> '' THEN jsonb_build_object('naming', p.ad_naming) ELSE '{}' END
      || CASE WHEN p.ad_utm <> '' THEN jsonb_build_object('utm', p.ad_utm) ELSE '{}' END)
    ELSE '{}' END
  FROM (SELECT 1) one
  LEFT JOIN brand_profile r ON r.agency_id = ${t}.agency_id AND r.client_id = ${t}.client_id
  LEFT JOIN campaign p ON p.agency_id = ${t}.agency_id AND p.id = ${t}.campaign_id)`;
