-- CreateEnum
CREATE TYPE "AbsenceKind" AS ENUM ('vacation', 'sick', 'other');

-- CreateTable
CREATE TABLE "absence" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "AbsenceKind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "absence_agency_id_member_id_starts_on_idx" ON "absence"("agency_id", "member_id", "starts_on");

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- An agency's rows are its own, and days away have an end.
ALTER TABLE "absence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "absence" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "absence" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
ALTER TABLE "absence" ADD CONSTRAINT "absence_ends_after_it_begins" CHECK ("ends_on" >= "starts_on");
