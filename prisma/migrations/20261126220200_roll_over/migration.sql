-- AlterTable
ALTER TABLE "content_item" ADD COLUMN     "rolled_from_id" UUID;

-- CreateIndex
CREATE INDEX "content_item_agency_id_rolled_from_id_idx" ON "content_item"("agency_id", "rolled_from_id");
