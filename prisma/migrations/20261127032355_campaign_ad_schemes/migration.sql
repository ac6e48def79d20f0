-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "ad_naming" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "ad_utm" TEXT NOT NULL DEFAULT '';
