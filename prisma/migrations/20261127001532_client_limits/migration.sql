-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "full_time_clients" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "part_time_clients" INTEGER NOT NULL DEFAULT 3;
ALTER TABLE "agency" ADD CONSTRAINT "agency_client_limits" CHECK ("full_time_clients" >= 0 AND "part_time_clients" >= 0);
