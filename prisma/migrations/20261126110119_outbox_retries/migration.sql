-- AlterTable
ALTER TABLE "outbox_event" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "retry_at" TIMESTAMPTZ(3);

-- What has been dispatched is read again by a node that was away, and pruned by its age.
CREATE INDEX "outbox_event_dispatched" ON "outbox_event" ("dispatched_at") WHERE "dispatched_at" IS NOT NULL;
