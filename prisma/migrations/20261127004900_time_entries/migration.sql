-- CreateTable
CREATE TABLE "time_entry" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "spent_on" DATE NOT NULL,
    "minutes" INTEGER,
    "started_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "time_entry_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "time_entry_agency_id_task_id_idx" ON "time_entry"("agency_id", "task_id");

-- CreateIndex
CREATE INDEX "time_entry_agency_id_member_id_spent_on_idx" ON "time_entry"("agency_id", "member_id", "spent_on");

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Of one person one timer runs at most, on whichever device it was started.
CREATE UNIQUE INDEX "time_entry_one_runs" ON "time_entry"("agency_id", "member_id") WHERE "minutes" IS NULL;
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_is_a_day_at_most" CHECK ("minutes" BETWEEN 1 AND 1440);
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_runs_from_a_moment" CHECK ("minutes" IS NOT NULL OR "started_at" IS NOT NULL);

-- An agency's rows are its own.
ALTER TABLE "time_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "time_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "time_entry" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
