-- CreateTable
CREATE TABLE "plan_import_mapping" (
    "agency_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "signature" TEXT NOT NULL,
    "columns" TEXT[],
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_import_mapping_pkey" PRIMARY KEY ("agency_id","client_id","signature")
);

-- AddForeignKey
ALTER TABLE "plan_import_mapping" ADD CONSTRAINT "plan_import_mapping_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- An agency's rows are its own.
ALTER TABLE "plan_import_mapping" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_import_mapping" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "plan_import_mapping" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
