-- CreateEnum
CREATE TYPE "MarkingState" AS ENUM ('not_needed', 'needed', 'received', 'shown');

-- CreateTable
CREATE TABLE "ad_marking" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID,
    "item_id" UUID,
    "key" TEXT NOT NULL,
    "advertiser" TEXT NOT NULL DEFAULT '',
    "contract" TEXT NOT NULL DEFAULT '',
    "kktu" TEXT NOT NULL DEFAULT '',
    "erid" TEXT NOT NULL DEFAULT '',
    "state" "MarkingState",
    "marked_by_id" UUID NOT NULL,
    "marked_by_name" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ad_marking_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ad_marking_agency_id_task_id_key_key" ON "ad_marking"("agency_id", "task_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ad_marking_agency_id_item_id_key_key" ON "ad_marking"("agency_id", "item_id", "key");

-- AddForeignKey
ALTER TABLE "ad_marking" ADD CONSTRAINT "ad_marking_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ad_marking" ADD CONSTRAINT "ad_marking_agency_id_item_id_fkey" FOREIGN KEY ("agency_id", "item_id") REFERENCES "content_item"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Of a task or of a publication, never of both.
ALTER TABLE "ad_marking" ADD CONSTRAINT "ad_marking_of_one" CHECK (num_nonnulls("task_id", "item_id") = 1);

-- An agency's rows are its own.
ALTER TABLE "ad_marking" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ad_marking" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ad_marking" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
