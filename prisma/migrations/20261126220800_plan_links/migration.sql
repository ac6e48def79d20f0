-- CreateTable
CREATE TABLE "plan_link" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "contact_id" UUID,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "pin_hash" TEXT,
    "pin_attempts" INTEGER NOT NULL DEFAULT 0,
    "asks_approval" BOOLEAN NOT NULL DEFAULT false,
    "message" TEXT NOT NULL DEFAULT '',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_link_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "plan_link_use" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "kind" "LinkUseKind" NOT NULL,
    "ip_address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_link_use_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "plan_remark" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "item_id" UUID,
    "author_link_id" UUID,
    "author_member_id" UUID,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_remark_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "plan_decision" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "link_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL,
    "verdicts" JSONB NOT NULL,
    "ip_address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_decision_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "plan_link_token_hash_idx" ON "plan_link"("token_hash");

-- CreateIndex
CREATE INDEX "plan_link_agency_id_client_id_month_idx" ON "plan_link"("agency_id", "client_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "plan_link_agency_id_token_hash_key" ON "plan_link"("agency_id", "token_hash");

-- CreateIndex
CREATE INDEX "plan_link_use_agency_id_link_id_at_idx" ON "plan_link_use"("agency_id", "link_id", "at");

-- CreateIndex
CREATE INDEX "plan_remark_agency_id_client_id_month_idx" ON "plan_remark"("agency_id", "client_id", "month");

-- CreateIndex
CREATE INDEX "plan_decision_agency_id_client_id_month_decided_at_idx" ON "plan_decision"("agency_id", "client_id", "month", "decided_at");

-- CreateIndex
CREATE INDEX "plan_decision_agency_id_link_id_idx" ON "plan_decision"("agency_id", "link_id");

-- AddForeignKey
ALTER TABLE "plan_link_use" ADD CONSTRAINT "plan_link_use_agency_id_link_id_fkey" FOREIGN KEY ("agency_id", "link_id") REFERENCES "plan_link"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_decision" ADD CONSTRAINT "plan_decision_agency_id_link_id_fkey" FOREIGN KEY ("agency_id", "link_id") REFERENCES "plan_link"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- One person has one way into a month.
CREATE UNIQUE INDEX "plan_link_one_per_person" ON "plan_link" ("agency_id", "client_id", "month", "name")
  WHERE "revoked_at" IS NULL;
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_hash_is_sha256" CHECK (length("token_hash") = 32);

-- An agency's rows are its own; a link is also found by its own token, before its agency is known.
ALTER TABLE "plan_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "plan_link" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
CREATE POLICY by_token ON "plan_link" FOR SELECT
  USING (token_hash = decode(nullif(current_setting('app.token_hash', true), ''), 'hex'));
ALTER TABLE "plan_link_use" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_link_use" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "plan_link_use" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
ALTER TABLE "plan_remark" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_remark" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "plan_remark" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
ALTER TABLE "plan_decision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_decision" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "plan_decision" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());

-- What was said, done and decided is never rewritten.
REVOKE UPDATE, DELETE ON "plan_link_use", "plan_remark", "plan_decision" FROM planerka_app;
