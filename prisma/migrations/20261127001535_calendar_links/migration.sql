-- CreateEnum
CREATE TYPE "CalendarKind" AS ENUM ('member', 'client', 'plan');

-- CreateTable
CREATE TABLE "calendar_link" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "CalendarKind" NOT NULL,
    "member_id" UUID NOT NULL,
    "client_id" UUID,
    "month" DATE,
    "name" TEXT NOT NULL DEFAULT '',
    "shows" TEXT[],
    "token_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_link_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "calendar_link_agency_id_member_id_idx" ON "calendar_link"("agency_id", "member_id");

-- CreateIndex
CREATE INDEX "calendar_link_agency_id_client_id_idx" ON "calendar_link"("agency_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_link_agency_id_token_hash_key" ON "calendar_link"("agency_id", "token_hash");

-- AddForeignKey
ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_hash_is_sha256" CHECK (length("token_hash") = 32);
-- A member's own is of no client; a month is of a client.
ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_of_its_kind"
  CHECK (("kind" = 'member') = ("client_id" IS NULL) AND ("kind" = 'plan') = ("month" IS NOT NULL));

-- An agency's rows are its own; the address says which agency's it is.
ALTER TABLE "calendar_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "calendar_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "calendar_link" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
