-- DropIndex
DROP INDEX "task_agency_id_client_id_state_idx";

-- DropIndex
DROP INDEX "task_agency_id_assignee_id_state_idx";

-- CreateIndex
CREATE INDEX "audit_entry_agency_id_client_id_at_idx" ON "audit_entry"("agency_id", "client_id", "at");

-- CreateIndex
CREATE INDEX "budget_revision_line_agency_id_line_id_idx" ON "budget_revision_line"("agency_id", "line_id");

-- CreateIndex
CREATE INDEX "payout_item_agency_id_payout_id_idx" ON "payout_item"("agency_id", "payout_id");

-- CreateIndex
CREATE INDEX "content_item_agency_id_campaign_id_idx" ON "content_item"("agency_id", "campaign_id");

-- CreateIndex
CREATE INDEX "content_item_agency_id_rubric_id_idx" ON "content_item"("agency_id", "rubric_id");

-- CreateIndex
CREATE INDEX "item_channel_agency_id_channel_id_idx" ON "item_channel"("agency_id", "channel_id");

-- CreateIndex
CREATE INDEX "case_page_agency_id_campaign_id_idx" ON "case_page"("agency_id", "campaign_id");

-- CreateIndex
CREATE INDEX "comment_agency_id_deliverable_id_idx" ON "comment"("agency_id", "deliverable_id");

-- CreateIndex
CREATE INDEX "comment_agency_id_parent_id_idx" ON "comment"("agency_id", "parent_id");

-- CreateIndex
CREATE INDEX "approval_subject_agency_id_item_id_idx" ON "approval_subject"("agency_id", "item_id");

-- CreateIndex
CREATE INDEX "approval_link_agency_id_approval_id_idx" ON "approval_link"("agency_id", "approval_id");

-- CreateIndex
CREATE INDEX "approval_decision_agency_id_link_id_idx" ON "approval_decision"("agency_id", "link_id");

-- CreateIndex
CREATE INDEX "task_agency_id_client_id_state_assignee_id_idx" ON "task"("agency_id", "client_id", "state", "assignee_id");

-- CreateIndex
CREATE INDEX "task_agency_id_assignee_id_state_client_id_idx" ON "task"("agency_id", "assignee_id", "state", "client_id");

-- CreateIndex
CREATE INDEX "task_agency_id_budget_line_id_idx" ON "task"("agency_id", "budget_line_id");

-- Below this line: what the Prisma schema cannot say. Written by hand.
--
-- Under row-level security PostgreSQL lets only leakproof operators into an index condition, and the equality of enums is not
-- one: `state = 'done'` after (agency_id, state) filters rows that have been fetched. A partial index's predicate is proved by the
-- planner and asks no operator, so each state has an index of its own; a task stands in exactly one of them. The statement
-- has to name its state as a literal: `state = 'done'`, neither a parameter that is cast nor a column to join with.
DROP INDEX "task_open";
CREATE INDEX "task_open" ON "task" ("agency_id", "due_at", "id") WHERE "state" NOT IN ('done', 'cancelled');
CREATE INDEX "task_draft" ON "task" ("agency_id", coalesce("due_at", 'infinity'), "id") WHERE "state" = 'draft';
CREATE INDEX "task_issued" ON "task" ("agency_id", coalesce("due_at", 'infinity'), "id") WHERE "state" = 'issued';
CREATE INDEX "task_in_progress" ON "task" ("agency_id", coalesce("due_at", 'infinity'), "id") WHERE "state" = 'in_progress';
CREATE INDEX "task_in_review" ON "task" ("agency_id", coalesce("due_at", 'infinity'), "id") WHERE "state" = 'in_review';
CREATE INDEX "task_client_review" ON "task" ("agency_id", coalesce("due_at", 'infinity'), "id") WHERE "state" = 'client_review';
CREATE INDEX "task_done" ON "task" ("agency_id", "state_since" DESC, "id" DESC) WHERE "state" = 'done';
CREATE INDEX "task_cancelled" ON "task" ("agency_id", "state_since" DESC, "id" DESC) WHERE "state" = 'cancelled';

-- The table's orders, whatever the state: a page is read from where it begins.
CREATE INDEX "task_by_due" ON "task" ("agency_id", coalesce("due_at", 'infinity'), "id");
CREATE INDEX "task_by_recent" ON "task" ("agency_id", "state_since" DESC, "id" DESC);
CREATE INDEX "task_by_title" ON "task" ("agency_id", lower("title"), "id");
CREATE INDEX "task_by_fee" ON "task" ("agency_id", "fee_minor" DESC, "id" DESC);

-- What waits for somebody: few rows of tables that only grow.
CREATE INDEX "approval_pending" ON "approval" ("agency_id", "client_id", "sent_at") WHERE "state" = 'pending';
CREATE INDEX "approval_by_sent" ON "approval" ("agency_id", "sent_at" DESC, "id" DESC);
CREATE INDEX "approval_decision_changes" ON "approval_decision" ("agency_id", "decided_at", "id")
  WHERE "kind" = 'request_changes' AND "voided_at" IS NULL;
CREATE INDEX "task_question_open" ON "task_question" ("agency_id", "asked_at", "id") WHERE "answered_at" IS NULL;
CREATE INDEX "budget_line_owing" ON "budget_line" ("agency_id", "id") WHERE "payable_minor" > 0;
CREATE INDEX "budget_revision_requested" ON "budget_revision" ("agency_id", "requested_at", "id") WHERE "state" = 'requested';
CREATE INDEX "ledger_transaction_reverses" ON "ledger_transaction" ("agency_id", "reverses_id") WHERE "reverses_id" IS NOT NULL;
