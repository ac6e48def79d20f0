-- AlterTable
ALTER TABLE "idea" ADD COLUMN     "file_id" UUID,
ADD COLUMN     "rubric_id" UUID,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "url" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "file" ADD COLUMN     "idea_id" UUID;

-- CreateIndex
CREATE INDEX "idea_agency_id_item_id_idx" ON "idea"("agency_id", "item_id");
