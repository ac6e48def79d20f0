-- CreateEnum
CREATE TYPE "ClientDateKind" AS ENUM ('occasion', 'away');

-- CreateEnum
CREATE TYPE "PlanTemplateKind" AS ENUM ('item', 'month');

-- AlterTable
ALTER TABLE "client" ADD COLUMN     "answer_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "answer_days" INTEGER;

-- AlterTable
ALTER TABLE "content_item" ADD COLUMN     "template_id" UUID;

-- AlterTable
ALTER TABLE "brief_template" ADD COLUMN     "client_id" UUID;

-- CreateTable
CREATE TABLE "channel_frequency" (
    "agency_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "items" INTEGER NOT NULL,

    CONSTRAINT "channel_frequency_pkey" PRIMARY KEY ("agency_id","channel_id","valid_from")
);

-- CreateTable
CREATE TABLE "client_date" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "kind" "ClientDateKind" NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "is_yearly" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_date_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "plan_template" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID,
    "kind" "PlanTemplateKind" NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "item_count" INTEGER NOT NULL,
    "task_count" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_template_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "client_date_agency_id_client_id_idx" ON "client_date"("agency_id", "client_id");

-- CreateIndex
CREATE INDEX "plan_template_agency_id_client_id_idx" ON "plan_template"("agency_id", "client_id");

-- CreateIndex
CREATE INDEX "brief_template_agency_id_client_id_idx" ON "brief_template"("agency_id", "client_id");

-- AddForeignKey
ALTER TABLE "channel_frequency" ADD CONSTRAINT "channel_frequency_agency_id_channel_id_fkey" FOREIGN KEY ("agency_id", "channel_id") REFERENCES "channel"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "client_date" ADD CONSTRAINT "client_date_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_template" ADD CONSTRAINT "plan_template_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "brief_template" ADD CONSTRAINT "brief_template_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- An agency's rows are its own.
ALTER TABLE "channel_frequency" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channel_frequency" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "channel_frequency" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
ALTER TABLE "client_date" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "client_date" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "client_date" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
ALTER TABLE "plan_template" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_template" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "plan_template" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());

ALTER TABLE "channel_frequency"
  ADD CONSTRAINT "channel_frequency_not_negative" CHECK ("items" >= 0),
  ADD CONSTRAINT "channel_frequency_from_first_day" CHECK (extract(day FROM "valid_from") = 1);
ALTER TABLE "client_date" ADD CONSTRAINT "client_date_ends_after_it_begins" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "client" ADD CONSTRAINT "client_answers_in_days" CHECK ("answer_days" > 0 AND "answer_count" >= 0);
