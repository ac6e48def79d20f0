-- AlterTable
ALTER TABLE "item_channel" ADD COLUMN     "url" TEXT;

-- The one link that a publication had goes to its channel of the network whose host it has, else to its first; of a publication
-- without channels it stays where it is. Tables with forced policies show their owner nothing, and so it is lifted meanwhile.
ALTER TABLE "content_item" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "item_channel" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "channel" NO FORCE ROW LEVEL SECURITY;
UPDATE "item_channel" AS place SET "url" = linked."url"
FROM (
  SELECT DISTINCT ON (item."agency_id", item."id") item."agency_id", item."id", item."published_url" AS "url", ic."channel_id"
  FROM "content_item" item
  JOIN "item_channel" ic ON ic."agency_id" = item."agency_id" AND ic."item_id" = item."id"
  JOIN "channel" h ON h."agency_id" = ic."agency_id" AND h."id" = ic."channel_id"
  LEFT JOIN (VALUES
    ('vk.com', 'vk'), ('vk.ru', 'vk'), ('vkvideo.ru', 'vk'), ('t.me', 'telegram'), ('telegram.me', 'telegram'), ('ok.ru', 'ok'),
    ('youtube.com', 'youtube'), ('youtu.be', 'youtube'), ('tiktok.com', 'tiktok'), ('dzen.ru', 'dzen'), ('zen.yandex.ru', 'dzen'),
    ('instagram.com', 'instagram'), ('facebook.com', 'facebook'), ('max.ru', 'max')
  ) AS known ("host", "network") ON known."host" = regexp_replace(
    lower(substring(item."published_url" from '^[A-Za-z]+://(?:[^/@]*@)?([^/:?#]+)')), '^(www|m)\.', '')
  WHERE item."published_url" IS NOT NULL
  ORDER BY item."agency_id", item."id", (h."network"::text = coalesce(known."network", 'other')) DESC, h."position", h."id"
) AS linked
WHERE place."agency_id" = linked."agency_id" AND place."item_id" = linked."id" AND place."channel_id" = linked."channel_id";
UPDATE "content_item" AS item SET "published_url" = NULL
WHERE item."published_url" IS NOT NULL AND EXISTS (
  SELECT 1 FROM "item_channel" ic
  WHERE ic."agency_id" = item."agency_id" AND ic."item_id" = item."id" AND ic."url" IS NOT NULL);
ALTER TABLE "content_item" FORCE ROW LEVEL SECURITY;
ALTER TABLE "item_channel" FORCE ROW LEVEL SECURITY;
ALTER TABLE "channel" FORCE ROW LEVEL SECURITY;
