-- Views of the plan become views of a page, of which the plan is one.
CREATE TYPE "ViewedPage" AS ENUM ('plan', 'tasks');

ALTER TABLE "plan_view" RENAME TO "saved_view";
ALTER TABLE "saved_view" RENAME CONSTRAINT "plan_view_pkey" TO "saved_view_pkey";
ALTER TABLE "saved_view" RENAME CONSTRAINT "plan_view_agency_id_client_id_fkey" TO "saved_view_agency_id_client_id_fkey";
ALTER INDEX "plan_view_agency_id_created_by_id_idx" RENAME TO "saved_view_agency_id_created_by_id_idx";
ALTER INDEX "plan_view_agency_id_client_id_idx" RENAME TO "saved_view_agency_id_client_id_idx";

ALTER TABLE "saved_view" ADD COLUMN "page" "ViewedPage" NOT NULL DEFAULT 'plan';
ALTER TABLE "saved_view" ALTER COLUMN "page" DROP DEFAULT;
