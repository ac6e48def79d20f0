-- CreateTable
CREATE TABLE "api_token" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "token_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "last_address" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "api_token_agency_id_member_id_idx" ON "api_token"("agency_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_agency_id_token_hash_key" ON "api_token"("agency_id", "token_hash");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "api_token" ADD CONSTRAINT "api_token_hash_is_sha256" CHECK (length("token_hash") = 32);
ALTER TABLE "api_token" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_token" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "api_token" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
-- The journal is asked for one person's doings.
CREATE INDEX "audit_entry_by_member" ON "audit_entry" ("agency_id", "actor_member_id", "at");
