-- AlterTable
ALTER TABLE "client" ADD COLUMN     "approval_mode" "StageMode" NOT NULL DEFAULT 'any';

-- AlterTable
ALTER TABLE "plan_link" ADD COLUMN     "must_agree" BOOLEAN NOT NULL DEFAULT false;
