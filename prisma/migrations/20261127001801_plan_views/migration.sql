-- CreateTable
CREATE TABLE "plan_view" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "client_id" UUID,
    "shown" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_view_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "plan_view_agency_id_created_by_id_idx" ON "plan_view"("agency_id", "created_by_id");

-- CreateIndex
CREATE INDEX "plan_view_agency_id_client_id_idx" ON "plan_view"("agency_id", "client_id");

-- AddForeignKey
ALTER TABLE "plan_view" ADD CONSTRAINT "plan_view_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "plan_view" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_view" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "plan_view" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
