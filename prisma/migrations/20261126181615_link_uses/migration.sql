-- CreateEnum
CREATE TYPE "LinkUseKind" AS ENUM ('opened', 'pin_failed', 'locked', 'commented', 'decided');

-- CreateTable
CREATE TABLE "approval_link_use" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "kind" "LinkUseKind" NOT NULL,
    "ip_address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_link_use_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "approval_link_use_agency_id_link_id_at_idx" ON "approval_link_use"("agency_id", "link_id", "at");

-- AddForeignKey
ALTER TABLE "approval_link_use" ADD CONSTRAINT "approval_link_use_agency_id_link_id_fkey" FOREIGN KEY ("agency_id", "link_id") REFERENCES "approval_link"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What is known of links that stand: when each was opened first. One approver has one way in: of several that a past version
-- may have left, the last stays. Tables with forced policies show their owner nothing, and so it is lifted meanwhile.
ALTER TABLE "approval_link" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "approval_link_use" ("agency_id", "id", "link_id", "kind", "at")
SELECT "agency_id", gen_random_uuid(), "id", 'opened', "opened_at" FROM "approval_link" WHERE "opened_at" IS NOT NULL;
UPDATE "approval_link" AS older SET "revoked_at" = now()
WHERE older."revoked_at" IS NULL AND EXISTS (
  SELECT 1 FROM "approval_link" AS newer
  WHERE newer."agency_id" = older."agency_id" AND newer."approval_id" = older."approval_id"
    AND newer."contact_id" = older."contact_id" AND newer."revoked_at" IS NULL
    AND (newer."created_at", newer."id") > (older."created_at", older."id")
);
ALTER TABLE "approval_link" FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX "approval_link_one_per_approver" ON "approval_link" ("agency_id", "approval_id", "contact_id")
  WHERE "revoked_at" IS NULL;

-- An agency's rows are its own, and what was done by a link is never rewritten.
ALTER TABLE "approval_link_use" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "approval_link_use" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "approval_link_use" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
REVOKE UPDATE, DELETE ON "approval_link_use" FROM planerka_app;
