-- Columns that every entry has are filled below before they become so.
ALTER TABLE "audit_entry" ADD COLUMN     "changes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "hash" BYTEA,
ADD COLUMN     "origin" JSONB,
ADD COLUMN     "owners_only" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "previous_hash" BYTEA,
ADD COLUMN     "related" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "sequence" INTEGER;

-- CreateTable
CREATE TABLE "audit_chain" (
    "agency_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("agency_id")
);

-- What stands in the log already becomes the beginning of each agency's chain, hashed as libs/activity/domain/audit does it:
-- SHA-256 over canonical JSON. Names of members are plain ASCII here, so that bytes sort them as UTF-16 does.
CREATE FUNCTION pg_temp.canonical(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN (
      SELECT '{' || coalesce(string_agg(to_json(key)::text || ':' || pg_temp.canonical(member), ',' ORDER BY key COLLATE "C"), '') || '}'
      FROM jsonb_each(value) AS members (key, member))
    WHEN 'array' THEN (
      SELECT '[' || coalesce(string_agg(pg_temp.canonical(element), ',' ORDER BY place), '') || ']'
      FROM jsonb_array_elements(value) WITH ORDINALITY AS elements (element, place))
    ELSE value::text
  END;
END $$;

-- The owner of the tables, too, sees no row of an agency that is not set.
ALTER TABLE "audit_entry" NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
  entry record;
  agency uuid;
  place integer;
  last bytea;
  this bytea;
BEGIN
  FOR entry IN SELECT * FROM "audit_entry" ORDER BY "agency_id", "at", "id" LOOP
    IF agency IS DISTINCT FROM entry.agency_id THEN
      IF agency IS NOT NULL THEN INSERT INTO "audit_chain" VALUES (agency, place, last); END IF;
      agency := entry.agency_id;
      place := 0;
      last := decode(repeat('00', 32), 'hex');
    END IF;
    place := place + 1;
    this := sha256(convert_to(pg_temp.canonical(jsonb_build_object(
      'version', 1,
      'previous', encode(last, 'hex'),
      'sequence', place,
      'agencyId', entry.agency_id,
      'id', entry.id,
      'at', to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'actor', jsonb_build_object('memberId', entry.actor_member_id, 'name', entry.actor_name),
      'action', entry.action,
      'entity', jsonb_build_object('type', entry.entity_type, 'id', entry.entity_id),
      'clientId', entry.client_id,
      'ownersOnly', entry.owners_only,
      'details', entry.details,
      'related', entry.related,
      'changes', entry.changes,
      'origin', entry.origin)), 'UTF8'));
    UPDATE "audit_entry" SET "sequence" = place, "previous_hash" = last, "hash" = this
    WHERE "agency_id" = entry.agency_id AND "id" = entry.id;
    last := this;
  END LOOP;
  IF agency IS NOT NULL THEN INSERT INTO "audit_chain" VALUES (agency, place, last); END IF;
END $$;
ALTER TABLE "audit_entry" FORCE ROW LEVEL SECURITY;

ALTER TABLE "audit_entry" ALTER COLUMN "sequence" SET NOT NULL,
ALTER COLUMN "previous_hash" SET NOT NULL,
ALTER COLUMN "hash" SET NOT NULL,
ADD CONSTRAINT "audit_entry_is_chained" CHECK ("sequence" > 0 AND length("previous_hash") = 32 AND length("hash") = 32);

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_agency_id_sequence_key" ON "audit_entry"("agency_id", "sequence");

ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_chain" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "audit_chain" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
REVOKE DELETE ON "audit_chain" FROM planerka_app;
