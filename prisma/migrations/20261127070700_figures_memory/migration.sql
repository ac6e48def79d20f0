-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('plan', 'figures');

-- AlterTable
ALTER TABLE "plan_import_mapping" ADD COLUMN     "kind" "ImportKind" NOT NULL DEFAULT 'plan';
