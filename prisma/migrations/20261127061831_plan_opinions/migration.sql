-- AlterTable
ALTER TABLE "plan_decision" ADD COLUMN     "is_opinion" BOOLEAN NOT NULL DEFAULT false;
