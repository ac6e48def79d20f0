-- AlterTable
ALTER TABLE "plan_import_mapping" ADD COLUMN     "headers" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
