-- What silence means for a request is agreed when it is sent; a reminder goes out once.
ALTER TABLE "approval" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "silence_policy" "SilencePolicy" NOT NULL DEFAULT 'nothing';

-- The round of overdue requests looks for nothing else.
CREATE INDEX "approval_overdue_idx" ON "approval" ("agency_id", "due_at") WHERE "state" = 'pending' AND "due_at" IS NOT NULL;

-- A round past the included ones is decided by somebody, and what is not charged has its reason.
ALTER TABLE "change_request" ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "decision_note" TEXT NOT NULL DEFAULT '';
CREATE INDEX "change_request_draft_idx" ON "change_request" ("agency_id", "created_at") WHERE "state" = 'draft';
