-- CreateEnum
CREATE TYPE "WebhookDeliveryState" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "webhook" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paused_at" TIMESTAMPTZ(3),
    "paused_because" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "WebhookDeliveryState" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "attempts" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "webhook_delivery_agency_id_webhook_id_created_at_idx" ON "webhook_delivery"("agency_id", "webhook_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_agency_id_webhook_id_event_id_key" ON "webhook_delivery"("agency_id", "webhook_id", "event_id");

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_agency_id_webhook_id_fkey" FOREIGN KEY ("agency_id", "webhook_id") REFERENCES "webhook"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "webhook" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "webhook" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "webhook" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());
ALTER TABLE "webhook_delivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "webhook_delivery" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "webhook_delivery" USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id());

ALTER TABLE "webhook" ADD CONSTRAINT "webhook_pause_has_a_cause" CHECK (("paused_at" IS NULL) = ("paused_because" IS NULL));
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_old_secret_has_an_end" CHECK (("previous_secret" IS NULL) = ("previous_until" IS NULL));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_is_over_or_not" CHECK (("state" = 'waiting') = ("finished_at" IS NULL));

-- What a paused webhook has missed, sent when it goes on.
CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery" ("agency_id", "webhook_id", "created_at") WHERE "state" = 'waiting';
