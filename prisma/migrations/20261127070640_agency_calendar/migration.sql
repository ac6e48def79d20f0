-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "calendar_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "calendar_years" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "worked_days" DATE[] DEFAULT ARRAY[]::DATE[];
