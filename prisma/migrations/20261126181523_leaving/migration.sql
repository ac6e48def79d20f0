-- CreateEnum
CREATE TYPE "AgencyExportState" AS ENUM ('waiting', 'ready', 'failed');

-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "deletion_due_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "agency_export" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" "AgencyExportState" NOT NULL DEFAULT 'waiting',
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "size" BIGINT,

    CONSTRAINT "agency_export_pkey" PRIMARY KEY ("agency_id","id")
);

ALTER TABLE "agency_export" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agency_export" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "agency_export" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());

-- Found once a day among all agencies.
CREATE INDEX "agency_to_erase" ON "agency" ("deletion_due_at") WHERE "deletion_due_at" IS NOT NULL;

-- The only way in which what is append-only ever goes: with its whole agency, when that is due. It runs as the owner of the
-- tables, whom row-level security binds to the one agency as everybody. A table that comes later is found by its agency_id.
CREATE FUNCTION erase_agency(erased uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  waiting text[];
  held text[];
  tenant_table text;
BEGIN
  PERFORM set_config('app.agency_id', erased::text, true);
  PERFORM set_config('app.erasing', 'on', true);
  PERFORM FROM agency WHERE id = erased AND deletion_due_at <= at FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  SELECT array_agg(c.relname::text) INTO waiting
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id' AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition;
  -- What others point at goes in a later round.
  WHILE cardinality(waiting) > 0 LOOP
    held := '{}';
    FOREACH tenant_table IN ARRAY waiting LOOP
      BEGIN
        EXECUTE format('DELETE FROM %I WHERE agency_id = $1', tenant_table) USING erased;
      EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
        held := held || tenant_table;
      END;
    END LOOP;
    IF cardinality(held) = cardinality(waiting) THEN
      RAISE EXCEPTION 'These tables hold each other: %', held;
    END IF;
    waiting := held;
  END LOOP;
  DELETE FROM agency WHERE id = erased;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION erase_agency(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_agency(uuid, timestamptz) TO planerka_app;
