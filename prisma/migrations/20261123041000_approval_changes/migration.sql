-- What changed since the version seen before; why a request ended without a decision; which of several tasks are to change.
ALTER TABLE "approval" ADD COLUMN "changes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "approval" ADD COLUMN "state_reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "approval_decision" ADD COLUMN "changes_in" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
