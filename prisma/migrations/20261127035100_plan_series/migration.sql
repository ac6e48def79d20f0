-- CreateEnum
CREATE TYPE "SeriesDayOff" AS ENUM ('leave', 'next', 'skip');

-- AlterTable
ALTER TABLE "content_item" ADD COLUMN     "series_id" UUID,
ADD COLUMN     "series_on" DATE,
ADD COLUMN     "series_version" INTEGER;

-- CreateTable
CREATE TABLE "plan_series" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "campaign_id" UUID,
    "rule" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "times" INTEGER,
    "on_day_off" "SeriesDayOff" NOT NULL,
    "data" JSONB NOT NULL,
    "made_until" DATE NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_series_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "plan_series_agency_id_client_id_idx" ON "plan_series"("agency_id", "client_id");

-- CreateIndex
CREATE INDEX "plan_series_agency_id_campaign_id_idx" ON "plan_series"("agency_id", "campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "content_item_agency_id_series_id_series_on_key" ON "content_item"("agency_id", "series_id", "series_on");

-- AddForeignKey
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_agency_id_series_id_fkey" FOREIGN KEY ("agency_id", "series_id") REFERENCES "plan_series"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_series" ADD CONSTRAINT "plan_series_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_series" ADD CONSTRAINT "plan_series_agency_id_campaign_id_fkey" FOREIGN KEY ("agency_id", "campaign_id") REFERENCES "campaign"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

ALTER TABLE "plan_series" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_series" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "plan_series" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());

ALTER TABLE "plan_series"
  ADD CONSTRAINT "plan_series_ends_after_it_begins" CHECK ("ends_on" >= "starts_on"),
  ADD CONSTRAINT "plan_series_has_one_end" CHECK ("ends_on" IS NULL OR "times" IS NULL);
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_is_a_turn_on_a_day" CHECK (("series_id" IS NULL) = ("series_on" IS NULL));
