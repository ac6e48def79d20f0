-- AlterTable
ALTER TABLE "plan_link" ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_final" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "plan_decision" ADD COLUMN     "is_final" BOOLEAN NOT NULL DEFAULT false;

-- Of a month one person has the last word.
CREATE UNIQUE INDEX "plan_link_one_decides_last" ON "plan_link" ("agency_id", "client_id", "month")
  WHERE "is_final" AND "revoked_at" IS NULL;
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_last_word_is_asked_for" CHECK ("asks_approval" OR NOT "is_final");
