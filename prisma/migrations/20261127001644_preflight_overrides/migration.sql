-- CreateTable
CREATE TABLE "preflight_override" (
    "agency_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "client_id" UUID,
    "is_off" BOOLEAN NOT NULL DEFAULT false,
    "limit_value" INTEGER,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "preflight_override_pkey" PRIMARY KEY ("agency_id","scope_id","rule")
);

-- CreateIndex
CREATE INDEX "preflight_override_agency_id_client_id_idx" ON "preflight_override"("agency_id", "client_id");

-- AddForeignKey
ALTER TABLE "preflight_override" ADD CONSTRAINT "preflight_override_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- A decision is the client's or the agency's own.
ALTER TABLE "preflight_override" ADD CONSTRAINT "preflight_override_scope" CHECK ("scope_id" = coalesce("client_id", "agency_id"));
ALTER TABLE "preflight_override" ADD CONSTRAINT "preflight_override_limit" CHECK ("limit_value" > 0);

-- An agency's rows are its own.
ALTER TABLE "preflight_override" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "preflight_override" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "preflight_override" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
