-- CreateTable
CREATE TABLE "item_measurement" (
    "agency_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reach" INTEGER,
    "impressions" INTEGER,
    "views" INTEGER,
    "likes" INTEGER,
    "comments" INTEGER,
    "shares" INTEGER,
    "saves" INTEGER,
    "clicks" INTEGER,
    "new_followers" INTEGER,
    "spend_minor" BIGINT,
    "source" "SpendSource" NOT NULL DEFAULT 'manual',
    "entered_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_measurement_pkey" PRIMARY KEY ("agency_id","item_id","channel_id","day")
);

-- CreateIndex
CREATE INDEX "item_measurement_agency_id_channel_id_idx" ON "item_measurement"("agency_id", "channel_id");

-- AddForeignKey
ALTER TABLE "item_measurement" ADD CONSTRAINT "item_measurement_agency_id_item_id_fkey" FOREIGN KEY ("agency_id", "item_id") REFERENCES "content_item"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "item_measurement" ADD CONSTRAINT "item_measurement_agency_id_channel_id_fkey" FOREIGN KEY ("agency_id", "channel_id") REFERENCES "channel"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- A look at nothing is none, and nothing is counted below zero.
ALTER TABLE "item_measurement" ADD CONSTRAINT "item_measurement_says_something" CHECK (
    num_nonnulls("reach", "impressions", "views", "likes", "comments", "shares", "saves", "clicks", "new_followers", "spend_minor") > 0
);
ALTER TABLE "item_measurement" ADD CONSTRAINT "item_measurement_counts_up" CHECK (
    least("reach", "impressions", "views", "likes", "comments", "shares", "saves", "clicks", "new_followers", "spend_minor") >= 0
);

-- An agency's rows are its own.
ALTER TABLE "item_measurement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "item_measurement" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "item_measurement" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
