-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'manager', 'specialist');

-- CreateEnum
CREATE TYPE "Discipline" AS ENUM ('copy', 'design', 'targeting');

-- CreateEnum
CREATE TYPE "Employment" AS ENUM ('staff', 'self_employed', 'sole_proprietor', 'contract');

-- CreateEnum
CREATE TYPE "RateUnit" AS ENUM ('deliverable', 'hour');

-- CreateEnum
CREATE TYPE "BudgetCategory" AS ENUM ('copy', 'design', 'targeting', 'ad_spend', 'production', 'tools', 'other');

-- CreateEnum
CREATE TYPE "LedgerAccount" AS ENUM ('plan', 'available', 'committed', 'payable', 'spent');

-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('revision', 'commitment', 'release', 'kill_fee', 'payable', 'payout', 'ad_spend', 'expense', 'reversal');

-- CreateEnum
CREATE TYPE "RevisionState" AS ENUM ('requested', 'approved', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "PayoutState" AS ENUM ('draft', 'approved', 'paid');

-- CreateEnum
CREATE TYPE "SpendSource" AS ENUM ('manual', 'import');

-- CreateEnum
CREATE TYPE "CampaignGoal" AS ENUM ('reach', 'engagement', 'traffic', 'leads', 'sales', 'community_growth', 'loyalty');

-- CreateEnum
CREATE TYPE "CampaignState" AS ENUM ('draft', 'active', 'closed');

-- CreateEnum
CREATE TYPE "ClientState" AS ENUM ('active', 'paused', 'archived');

-- CreateEnum
CREATE TYPE "Network" AS ENUM ('vk', 'telegram', 'ok', 'youtube', 'tiktok', 'dzen', 'instagram', 'facebook', 'max', 'other');

-- CreateEnum
CREATE TYPE "SilencePolicy" AS ENUM ('nothing', 'remind', 'expire', 'approve');

-- CreateEnum
CREATE TYPE "ResearchKind" AS ENUM ('competitor', 'audience', 'trend');

-- CreateEnum
CREATE TYPE "ItemFormat" AS ENUM ('post', 'carousel', 'story', 'reel', 'video', 'live', 'contest', 'influencer', 'article', 'ad');

-- CreateEnum
CREATE TYPE "ItemStatus" AS ENUM ('planned', 'in_production', 'awaiting_client', 'ready', 'published', 'missed');

-- CreateEnum
CREATE TYPE "FileState" AS ENUM ('uploading', 'ready', 'rejected');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('internal', 'client');

-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('pending', 'approved', 'changes_requested', 'withdrawn', 'expired', 'voided');

-- CreateEnum
CREATE TYPE "StageMode" AS ENUM ('any', 'all');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('approve', 'request_changes');

-- CreateEnum
CREATE TYPE "ChangeRequestState" AS ENUM ('draft', 'approved', 'declined');

-- CreateEnum
CREATE TYPE "TaskState" AS ENUM ('draft', 'issued', 'in_progress', 'in_review', 'client_review', 'done', 'cancelled');

-- CreateTable
CREATE TABLE "outbox_event" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "client_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "notification" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Moscow',
    "locale" TEXT NOT NULL DEFAULT 'ru',
    "currency" CHAR(3) NOT NULL DEFAULT 'RUB',
    "margin_goal" DECIMAL(5,2),
    "kill_fee_percent" INTEGER NOT NULL DEFAULT 0,
    "extra_days_off" DATE[] NOT NULL DEFAULT ARRAY[]::DATE[],
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "disciplines" "Discipline"[] NOT NULL DEFAULT ARRAY[]::"Discipline"[],
    "employment" "Employment" NOT NULL DEFAULT 'contract',
    "weekly_hours" INTEGER NOT NULL DEFAULT 40,
    "client_limit" INTEGER,
    "deactivated_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "squad" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "squad_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "squad_member" (
    "agency_id" UUID NOT NULL,
    "squad_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "is_lead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "squad_member_pkey" PRIMARY KEY ("agency_id","squad_id","member_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "role" "Role" NOT NULL,
    "disciplines" "Discipline"[] NOT NULL DEFAULT ARRAY[]::"Discipline"[],
    "squad_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "rate" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID,
    "discipline" "Discipline" NOT NULL,
    "deliverable_type" TEXT,
    "unit" "RateUnit" NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "valid_from" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rate_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "agency_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "result_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("agency_id","key")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'ru',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "category" "BudgetCategory" NOT NULL,
    "month" DATE NOT NULL,
    "is_hard" BOOLEAN NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "planned_minor" BIGINT NOT NULL DEFAULT 0,
    "available_minor" BIGINT NOT NULL DEFAULT 0,
    "committed_minor" BIGINT NOT NULL DEFAULT 0,
    "payable_minor" BIGINT NOT NULL DEFAULT 0,
    "spent_minor" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "memo" TEXT NOT NULL DEFAULT '',
    "task_id" UUID,
    "revision_id" UUID,
    "payout_id" UUID,
    "ad_spend_id" UUID,
    "reverses_id" UUID,
    "member_id" UUID,
    "actor_name" TEXT NOT NULL DEFAULT '',
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "ledger_transfer" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "transaction_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "from_account" "LedgerAccount" NOT NULL,
    "to_account" "LedgerAccount" NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "available_after_minor" BIGINT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "budget_revision" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "state" "RevisionState" NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "budget_revision_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "budget_revision_line" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "new_total_minor" BIGINT NOT NULL,
    "previous_minor" BIGINT NOT NULL,

    CONSTRAINT "budget_revision_line_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "payout" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "state" "PayoutState" NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "paid_by_id" UUID,
    "paid_on" DATE,
    "document" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "payout_item" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payout_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "payout_item_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "ad_spend" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "platform" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "source" "SpendSource" NOT NULL DEFAULT 'manual',
    "entered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reversed_at" TIMESTAMPTZ(3),

    CONSTRAINT "ad_spend_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "goal" "CampaignGoal" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "state" "CampaignState" NOT NULL DEFAULT 'active',
    "wants_client_approval" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "kpi_target" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "target" DECIMAL(20,4) NOT NULL,
    "baseline" DECIMAL(20,4),
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kpi_target_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "client" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "squad_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'RUB',
    "state" "ClientState" NOT NULL DEFAULT 'active',
    "silence_policy" "SilencePolicy" NOT NULL DEFAULT 'remind',
    "logo_file_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "brand_profile" (
    "agency_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brand_profile_pkey" PRIMARY KEY ("agency_id","client_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "telegram" TEXT,
    "is_approver" BOOLEAN NOT NULL DEFAULT false,
    "is_final_approver" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "channel" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "network" "Network" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "retainer" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "included_items" INTEGER NOT NULL,
    "included_rounds" INTEGER NOT NULL,
    "extra_round_minor" BIGINT NOT NULL DEFAULT 0,
    "services" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retainer_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "service" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "price_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "research" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "kind" "ResearchKind" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "research_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "onboarding_step" (
    "agency_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,

    CONSTRAINT "onboarding_step_pkey" PRIMARY KEY ("agency_id","client_id","key")
);

-- CreateTable
CREATE TABLE "rubric" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "colour" INTEGER NOT NULL DEFAULT 1,
    "target_share" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rubric_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "content_item" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "campaign_id" UUID,
    "rubric_id" UUID,
    "title" TEXT NOT NULL,
    "idea" TEXT NOT NULL DEFAULT '',
    "format" "ItemFormat" NOT NULL,
    "publish_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "ItemStatus" NOT NULL DEFAULT 'planned',
    "wants_client_approval" BOOLEAN NOT NULL DEFAULT true,
    "published_at" TIMESTAMPTZ(3),
    "published_url" TEXT,
    "deleted_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "content_item_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "item_channel" (
    "agency_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,

    CONSTRAINT "item_channel_pkey" PRIMARY KEY ("agency_id","item_id","channel_id")
);

-- CreateTable
CREATE TABLE "idea" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID,
    "text" TEXT NOT NULL,
    "item_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "idea_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "file" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID,
    "task_id" UUID,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "storage_key" TEXT NOT NULL,
    "previews" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[],
    "state" "FileState" NOT NULL DEFAULT 'uploading',
    "rejection" TEXT,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "own_metric" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "own_metric_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "kpi_fact" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "source" "SpendSource" NOT NULL DEFAULT 'manual',
    "entered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kpi_fact_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "case_page" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "before" TEXT NOT NULL DEFAULT '',
    "actions" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL DEFAULT '',
    "quote_author" TEXT NOT NULL DEFAULT '',
    "is_anonymised" BOOLEAN NOT NULL DEFAULT false,
    "figures" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_page_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "deliverable_id" UUID,
    "parent_id" UUID,
    "visibility" "Visibility" NOT NULL,
    "author_member_id" UUID,
    "author_contact_id" UUID,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "anchor" JSONB,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "criterion_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "approval" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "state" "ApprovalState" NOT NULL DEFAULT 'pending',
    "mode" "StageMode" NOT NULL DEFAULT 'any',
    "final_contact_id" UUID,
    "round" INTEGER NOT NULL DEFAULT 1,
    "included_rounds" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "approval_subject" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "item_id" UUID,
    "deliverable_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "approval_subject_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "approval_link" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "pin_hash" TEXT,
    "pin_attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_link_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "approval_decision" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "contact_name" TEXT NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL,
    "ip_address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "approval_decision_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "price_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" "ChangeRequestState" NOT NULL DEFAULT 'draft',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "task" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "campaign_id" UUID,
    "item_id" UUID,
    "discipline" "Discipline" NOT NULL,
    "title" TEXT NOT NULL,
    "state" "TaskState" NOT NULL DEFAULT 'draft',
    "assignee_id" UUID,
    "manager_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "estimated_minutes" INTEGER,
    "fee_minor" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "budget_line_id" UUID,
    "committed_minor" BIGINT NOT NULL DEFAULT 0,
    "wants_client_approval" BOOLEAN NOT NULL DEFAULT true,
    "rounds" INTEGER NOT NULL DEFAULT 0,
    "brief_number" INTEGER NOT NULL DEFAULT 0,
    "deliverable_number" INTEGER NOT NULL DEFAULT 0,
    "open_questions" INTEGER NOT NULL DEFAULT 0,
    "decline_reason" TEXT,
    "issued_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "task_dependency" (
    "agency_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "after_task_id" UUID NOT NULL,

    CONSTRAINT "task_dependency_pkey" PRIMARY KEY ("agency_id","task_id","after_task_id")
);

-- CreateTable
CREATE TABLE "brief_version" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "brand_snapshot" JSONB,
    "fee_minor" BIGINT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "issued_by_id" UUID,
    "issued_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brief_version_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "brief_template" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "discipline" "Discipline" NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brief_template_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "checked_by_id" UUID,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "task_question" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_question_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "deliverable" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL,
    "preflight" JSONB NOT NULL DEFAULT '[]',
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deliverable_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "deliverable_file" (
    "agency_id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "deliverable_file_pkey" PRIMARY KEY ("agency_id","deliverable_id","file_id")
);

-- CreateTable
CREATE TABLE "task_transition" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" "TaskState",
    "to_state" "TaskState" NOT NULL,
    "actor_member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_transition_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "audit_entry_agency_id_at_idx" ON "audit_entry"("agency_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_agency_id_entity_type_entity_id_idx" ON "audit_entry"("agency_id", "entity_type", "entity_id");

-- CreateIndex
CREATE INDEX "notification_agency_id_member_id_created_at_idx" ON "notification"("agency_id", "member_id", "created_at");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_agency_id_user_id_key" ON "member"("agency_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "squad_agency_id_name_key" ON "squad"("agency_id", "name");

-- CreateIndex
CREATE INDEX "squad_member_agency_id_member_id_idx" ON "squad_member"("agency_id", "member_id");

-- CreateIndex
CREATE INDEX "invitation_token_hash_idx" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_agency_id_token_hash_key" ON "invitation"("agency_id", "token_hash");

-- CreateIndex
CREATE INDEX "rate_agency_id_member_id_discipline_idx" ON "rate"("agency_id", "member_id", "discipline");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_agency_id_campaign_id_category_month_key" ON "budget_line"("agency_id", "campaign_id", "category", "month");

-- CreateIndex
CREATE INDEX "ledger_transaction_agency_id_task_id_idx" ON "ledger_transaction"("agency_id", "task_id");

-- CreateIndex
CREATE INDEX "ledger_transfer_agency_id_line_id_posted_at_id_idx" ON "ledger_transfer"("agency_id", "line_id", "posted_at", "id");

-- CreateIndex
CREATE INDEX "ledger_transfer_agency_id_transaction_id_idx" ON "ledger_transfer"("agency_id", "transaction_id");

-- CreateIndex
CREATE INDEX "budget_revision_agency_id_campaign_id_state_idx" ON "budget_revision"("agency_id", "campaign_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "budget_revision_line_agency_id_revision_id_line_id_key" ON "budget_revision_line"("agency_id", "revision_id", "line_id");

-- CreateIndex
CREATE INDEX "payout_agency_id_member_id_idx" ON "payout"("agency_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_agency_id_number_key" ON "payout"("agency_id", "number");

-- CreateIndex
CREATE INDEX "payout_item_agency_id_task_id_idx" ON "payout_item"("agency_id", "task_id");

-- CreateIndex
CREATE INDEX "ad_spend_agency_id_line_id_day_idx" ON "ad_spend"("agency_id", "line_id", "day");

-- CreateIndex
CREATE INDEX "campaign_agency_id_client_id_idx" ON "campaign"("agency_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_target_agency_id_campaign_id_metric_key" ON "kpi_target"("agency_id", "campaign_id", "metric");

-- CreateIndex
CREATE INDEX "client_agency_id_squad_id_idx" ON "client"("agency_id", "squad_id");

-- CreateIndex
CREATE INDEX "contact_agency_id_client_id_idx" ON "contact"("agency_id", "client_id");

-- CreateIndex
CREATE INDEX "channel_agency_id_client_id_idx" ON "channel"("agency_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "retainer_agency_id_client_id_valid_from_key" ON "retainer"("agency_id", "client_id", "valid_from");

-- CreateIndex
CREATE INDEX "research_agency_id_client_id_kind_idx" ON "research"("agency_id", "client_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "rubric_agency_id_client_id_name_key" ON "rubric"("agency_id", "client_id", "name");

-- CreateIndex
CREATE INDEX "content_item_agency_id_client_id_publish_at_id_idx" ON "content_item"("agency_id", "client_id", "publish_at", "id");

-- CreateIndex
CREATE INDEX "file_agency_id_task_id_idx" ON "file"("agency_id", "task_id");

-- CreateIndex
CREATE UNIQUE INDEX "own_metric_agency_id_key_key" ON "own_metric"("agency_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_fact_agency_id_campaign_id_metric_day_key" ON "kpi_fact"("agency_id", "campaign_id", "metric", "day");

-- CreateIndex
CREATE INDEX "comment_agency_id_task_id_visibility_idx" ON "comment"("agency_id", "task_id", "visibility");

-- CreateIndex
CREATE INDEX "approval_agency_id_client_id_state_idx" ON "approval"("agency_id", "client_id", "state");

-- CreateIndex
CREATE INDEX "approval_subject_agency_id_approval_id_idx" ON "approval_subject"("agency_id", "approval_id");

-- CreateIndex
CREATE INDEX "approval_subject_agency_id_task_id_idx" ON "approval_subject"("agency_id", "task_id");

-- CreateIndex
CREATE INDEX "approval_link_token_hash_idx" ON "approval_link"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "approval_link_agency_id_token_hash_key" ON "approval_link"("agency_id", "token_hash");

-- CreateIndex
CREATE INDEX "approval_decision_agency_id_approval_id_idx" ON "approval_decision"("agency_id", "approval_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_agency_id_task_id_round_key" ON "change_request"("agency_id", "task_id", "round");

-- CreateIndex
CREATE INDEX "task_agency_id_client_id_state_idx" ON "task"("agency_id", "client_id", "state");

-- CreateIndex
CREATE INDEX "task_agency_id_assignee_id_state_idx" ON "task"("agency_id", "assignee_id", "state");

-- CreateIndex
CREATE INDEX "task_agency_id_item_id_idx" ON "task"("agency_id", "item_id");

-- CreateIndex
CREATE INDEX "task_agency_id_campaign_id_idx" ON "task"("agency_id", "campaign_id");

-- CreateIndex
CREATE INDEX "task_dependency_agency_id_after_task_id_idx" ON "task_dependency"("agency_id", "after_task_id");

-- CreateIndex
CREATE UNIQUE INDEX "brief_version_agency_id_task_id_number_key" ON "brief_version"("agency_id", "task_id", "number");

-- CreateIndex
CREATE INDEX "criterion_agency_id_task_id_position_idx" ON "criterion"("agency_id", "task_id", "position");

-- CreateIndex
CREATE INDEX "task_question_agency_id_task_id_idx" ON "task_question"("agency_id", "task_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_agency_id_task_id_number_key" ON "deliverable"("agency_id", "task_id", "number");

-- CreateIndex
CREATE INDEX "deliverable_file_agency_id_file_id_idx" ON "deliverable_file"("agency_id", "file_id");

-- CreateIndex
CREATE INDEX "task_transition_agency_id_task_id_at_idx" ON "task_transition"("agency_id", "task_id", "at");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "squad" ADD CONSTRAINT "squad_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "squad_member" ADD CONSTRAINT "squad_member_agency_id_squad_id_fkey" FOREIGN KEY ("agency_id", "squad_id") REFERENCES "squad"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "squad_member" ADD CONSTRAINT "squad_member_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rate" ADD CONSTRAINT "rate_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_agency_id_campaign_id_fkey" FOREIGN KEY ("agency_id", "campaign_id") REFERENCES "campaign"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_agency_id_transaction_id_fkey" FOREIGN KEY ("agency_id", "transaction_id") REFERENCES "ledger_transaction"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_agency_id_line_id_fkey" FOREIGN KEY ("agency_id", "line_id") REFERENCES "budget_line"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "budget_revision" ADD CONSTRAINT "budget_revision_agency_id_campaign_id_fkey" FOREIGN KEY ("agency_id", "campaign_id") REFERENCES "campaign"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "budget_revision_line" ADD CONSTRAINT "budget_revision_line_agency_id_revision_id_fkey" FOREIGN KEY ("agency_id", "revision_id") REFERENCES "budget_revision"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "budget_revision_line" ADD CONSTRAINT "budget_revision_line_agency_id_line_id_fkey" FOREIGN KEY ("agency_id", "line_id") REFERENCES "budget_line"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_agency_id_payout_id_fkey" FOREIGN KEY ("agency_id", "payout_id") REFERENCES "payout"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ad_spend" ADD CONSTRAINT "ad_spend_agency_id_line_id_fkey" FOREIGN KEY ("agency_id", "line_id") REFERENCES "budget_line"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_agency_id_campaign_id_fkey" FOREIGN KEY ("agency_id", "campaign_id") REFERENCES "campaign"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "client" ADD CONSTRAINT "client_agency_id_squad_id_fkey" FOREIGN KEY ("agency_id", "squad_id") REFERENCES "squad"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "brand_profile" ADD CONSTRAINT "brand_profile_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "channel" ADD CONSTRAINT "channel_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "retainer" ADD CONSTRAINT "retainer_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "research" ADD CONSTRAINT "research_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "onboarding_step" ADD CONSTRAINT "onboarding_step_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rubric" ADD CONSTRAINT "rubric_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_agency_id_campaign_id_fkey" FOREIGN KEY ("agency_id", "campaign_id") REFERENCES "campaign"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_agency_id_rubric_id_fkey" FOREIGN KEY ("agency_id", "rubric_id") REFERENCES "rubric"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "item_channel" ADD CONSTRAINT "item_channel_agency_id_item_id_fkey" FOREIGN KEY ("agency_id", "item_id") REFERENCES "content_item"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "item_channel" ADD CONSTRAINT "item_channel_agency_id_channel_id_fkey" FOREIGN KEY ("agency_id", "channel_id") REFERENCES "channel"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "kpi_fact" ADD CONSTRAINT "kpi_fact_agency_id_campaign_id_fkey" FOREIGN KEY ("agency_id", "campaign_id") REFERENCES "campaign"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "case_page" ADD CONSTRAINT "case_page_agency_id_campaign_id_fkey" FOREIGN KEY ("agency_id", "campaign_id") REFERENCES "campaign"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_agency_id_deliverable_id_fkey" FOREIGN KEY ("agency_id", "deliverable_id") REFERENCES "deliverable"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_agency_id_parent_id_fkey" FOREIGN KEY ("agency_id", "parent_id") REFERENCES "comment"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "approval_subject" ADD CONSTRAINT "approval_subject_agency_id_approval_id_fkey" FOREIGN KEY ("agency_id", "approval_id") REFERENCES "approval"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "approval_link" ADD CONSTRAINT "approval_link_agency_id_approval_id_fkey" FOREIGN KEY ("agency_id", "approval_id") REFERENCES "approval"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "approval_decision" ADD CONSTRAINT "approval_decision_agency_id_approval_id_fkey" FOREIGN KEY ("agency_id", "approval_id") REFERENCES "approval"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "approval_decision" ADD CONSTRAINT "approval_decision_agency_id_link_id_fkey" FOREIGN KEY ("agency_id", "link_id") REFERENCES "approval_link"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_agency_id_campaign_id_fkey" FOREIGN KEY ("agency_id", "campaign_id") REFERENCES "campaign"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_agency_id_item_id_fkey" FOREIGN KEY ("agency_id", "item_id") REFERENCES "content_item"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_agency_id_assignee_id_fkey" FOREIGN KEY ("agency_id", "assignee_id") REFERENCES "member"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_agency_id_budget_line_id_fkey" FOREIGN KEY ("agency_id", "budget_line_id") REFERENCES "budget_line"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_agency_id_after_task_id_fkey" FOREIGN KEY ("agency_id", "after_task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "brief_version" ADD CONSTRAINT "brief_version_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task_question" ADD CONSTRAINT "task_question_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deliverable_file" ADD CONSTRAINT "deliverable_file_agency_id_deliverable_id_fkey" FOREIGN KEY ("agency_id", "deliverable_id") REFERENCES "deliverable"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deliverable_file" ADD CONSTRAINT "deliverable_file_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "file"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task_transition" ADD CONSTRAINT "task_transition_agency_id_task_id_fkey" FOREIGN KEY ("agency_id", "task_id") REFERENCES "task"("agency_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Below this line: what the Prisma schema cannot say. Written by hand.

-- Checks: what must hold whatever the code does.
ALTER TABLE "budget_line"
  ADD CONSTRAINT "budget_line_hard_never_negative" CHECK (NOT "is_hard" OR "available_minor" >= 0),
  ADD CONSTRAINT "budget_line_adds_up" CHECK ("available_minor" + "committed_minor" + "payable_minor" + "spent_minor" = "planned_minor"),
  ADD CONSTRAINT "budget_line_promises_not_negative" CHECK ("committed_minor" >= 0 AND "payable_minor" >= 0 AND "spent_minor" >= 0),
  ADD CONSTRAINT "budget_line_month_is_first_day" CHECK (extract(day FROM "month") = 1);
ALTER TABLE "ledger_transfer"
  ADD CONSTRAINT "ledger_transfer_moves_something" CHECK ("amount_minor" > 0 AND "from_account" <> "to_account");
ALTER TABLE "budget_revision_line" ADD CONSTRAINT "budget_revision_line_not_negative" CHECK ("new_total_minor" >= 0);
ALTER TABLE "ad_spend" ADD CONSTRAINT "ad_spend_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "payout" ADD CONSTRAINT "payout_positive" CHECK ("total_minor" > 0);
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "task" ADD CONSTRAINT "task_fee_not_negative" CHECK ("fee_minor" >= 0 AND "committed_minor" >= 0);
ALTER TABLE "rate" ADD CONSTRAINT "rate_not_negative" CHECK ("amount_minor" >= 0);
ALTER TABLE "retainer"
  ADD CONSTRAINT "retainer_not_negative" CHECK ("fee_minor" >= 0 AND "extra_round_minor" >= 0 AND "included_items" >= 0 AND "included_rounds" >= 0),
  ADD CONSTRAINT "retainer_from_first_day" CHECK (extract(day FROM "valid_from") = 1);
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_period_in_order" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "rubric" ADD CONSTRAINT "rubric_share_is_percent" CHECK ("target_share" BETWEEN 0 AND 100 AND "colour" BETWEEN 1 AND 5);
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_not_itself" CHECK ("task_id" <> "after_task_id");

-- Partial indexes: open work, live rows.
CREATE UNIQUE INDEX "squad_one_lead" ON "squad_member" ("agency_id", "squad_id") WHERE "is_lead";
CREATE UNIQUE INDEX "contact_one_final_approver" ON "contact" ("agency_id", "client_id") WHERE "is_final_approver" AND "archived_at" IS NULL;
CREATE INDEX "content_item_live" ON "content_item" ("agency_id", "client_id", "publish_at", "id") WHERE "deleted_at" IS NULL;
CREATE INDEX "content_item_month" ON "content_item" ("agency_id", "publish_at", "id") WHERE "deleted_at" IS NULL;
CREATE INDEX "task_open" ON "task" ("agency_id", "state", "due_at", "id") WHERE "state" NOT IN ('done', 'cancelled');
CREATE INDEX "comment_open" ON "comment" ("agency_id", "task_id") WHERE "resolved_at" IS NULL;
CREATE INDEX "outbox_event_waiting" ON "outbox_event" ("created_at", "id") WHERE "dispatched_at" IS NULL;
CREATE INDEX "notification_unread" ON "notification" ("agency_id", "member_id") WHERE "read_at" IS NULL;

-- Tenancy: the net under every query. Without the transaction-local setting a connection sees no row.
CREATE FUNCTION app_agency_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.agency_id', true), '')::uuid;

DO $$
DECLARE tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND c.column_name = 'agency_id' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id())', tenant_table);
  END LOOP;
END $$;

ALTER TABLE "agency" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agency" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "agency" USING (id = app_agency_id()) WITH CHECK (id = app_agency_id());

-- Four narrow ways to a row before its agency is known.
CREATE POLICY own_membership ON "member" FOR SELECT
  USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY by_token ON "invitation" FOR SELECT
  USING (token_hash = decode(nullif(current_setting('app.token_hash', true), ''), 'hex'));
CREATE POLICY by_token ON "approval_link" FOR SELECT
  USING (token_hash = decode(nullif(current_setting('app.token_hash', true), ''), 'hex'));
-- The system's own rounds (outbox, nightly jobs) name no agency; they may list agencies and move events, nothing else.
CREATE POLICY system_round ON "outbox_event" USING (current_setting('app.system', true) = 'on');
CREATE POLICY system_round ON "agency" FOR SELECT USING (current_setting('app.system', true) = 'on');

-- The application's role owns nothing and cannot bypass the above.
GRANT USAGE ON SCHEMA public TO planerka_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO planerka_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO planerka_app;

-- Append-only: what has happened cannot be rewritten.
REVOKE UPDATE, DELETE ON "ledger_transaction", "ledger_transfer", "task_transition", "audit_entry", "deliverable", "deliverable_file" FROM planerka_app;
REVOKE DELETE ON "budget_line", "approval_decision" FROM planerka_app;
DO $$
BEGIN
  -- Prisma's own table is the migrations' business, not the application's.
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON "_prisma_migrations" FROM planerka_app;
  END IF;
END $$;
