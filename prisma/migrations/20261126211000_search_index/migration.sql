-- CreateTable
CREATE TABLE "search_document" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "task_id" UUID,
    "is_open" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "search_text" (
    "agency_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "words" TEXT[] NOT NULL,
    "weights" SMALLINT[] NOT NULL,

    CONSTRAINT "search_text_pkey" PRIMARY KEY ("agency_id","document_id")
);

-- CreateTable
CREATE TABLE "search_posting" (
    "agency_id" UUID NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "document_id" UUID NOT NULL,
    "weight" SMALLINT NOT NULL,

    -- Read without the table: the weight goes along.
    CONSTRAINT "search_posting_pkey" PRIMARY KEY ("agency_id","word","document_id") INCLUDE ("weight")
);

-- CreateTable
CREATE TABLE "search_word" (
    "agency_id" UUID NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "stem" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("agency_id","word")
);

-- CreateTable
CREATE TABLE "search_trigram" (
    "agency_id" UUID NOT NULL,
    "trigram" TEXT COLLATE "C" NOT NULL,
    "stem" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "search_trigram_pkey" PRIMARY KEY ("agency_id","trigram","stem")
);

-- CreateTable
CREATE TABLE "search_pending" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "search_pending_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_document_agency_id_entity_id_kind_key" ON "search_document"("agency_id", "entity_id", "kind");

-- CreateIndex
CREATE INDEX "search_word_agency_id_stem_word_idx" ON "search_word"("agency_id", "stem", "word");

-- CreateIndex
CREATE INDEX "search_pending_created_at_idx" ON "search_pending"("created_at");

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY
    ARRAY['search_document', 'search_text', 'search_posting', 'search_word', 'search_trigram', 'search_pending']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (agency_id = app_agency_id()) WITH CHECK (agency_id = app_agency_id())', tenant_table);
  END LOOP;
END $$;
-- The indexer looks whose things wait, and sees nothing of them but ids.
CREATE POLICY system_round ON "search_pending" FOR SELECT USING (current_setting('app.system', true) = 'on');

ALTER TABLE "search_document" ADD CONSTRAINT "search_document_audience" CHECK ("audience" IN ('squad', 'work', 'leads'));
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_kind"
  CHECK ("kind" IN ('client', 'campaign', 'item', 'task', 'draft', 'text', 'comment'));

-- A word's stem, of the language whose letters it has; a word that says nothing («и», «the») has none.
CREATE FUNCTION search_stem(word text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN word ~ '^[a-z]+$' THEN (ts_lexize('english_stem', word))[1]
    WHEN word ~ '^[а-я]+$' THEN (ts_lexize('russian_stem', word))[1]
    ELSE word
  END;

-- What somebody wrote has changed: the indexer looks at it anew. Nothing but an id is kept, and nobody waits for anybody.
CREATE FUNCTION search_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed record;
  entity uuid;
BEGIN
  -- An agency that goes takes its index along.
  IF current_setting('app.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  IF TG_ARGV[1] = 'task_id' THEN
    entity := changed.task_id;
  ELSIF TG_ARGV[1] = 'client_id' THEN
    entity := changed.client_id;
  ELSE
    entity := changed.id;
  END IF;
  INSERT INTO search_pending (agency_id, kind, entity_id) VALUES (changed.agency_id, TG_ARGV[0], entity);
  RETURN NULL;
END $$;

CREATE TRIGGER search_note AFTER INSERT OR DELETE OR UPDATE OF "name", "about", "state" ON "client"
  FOR EACH ROW EXECUTE FUNCTION search_note('client', 'id');
CREATE TRIGGER search_note AFTER INSERT OR DELETE OR UPDATE OF "data" ON "brand_profile"
  FOR EACH ROW EXECUTE FUNCTION search_note('client', 'client_id');
CREATE TRIGGER search_note AFTER INSERT OR DELETE OR UPDATE OF "name", "description", "state" ON "campaign"
  FOR EACH ROW EXECUTE FUNCTION search_note('campaign', 'id');
CREATE TRIGGER search_note AFTER INSERT OR DELETE OR UPDATE OF "title", "idea", "status", "deleted_at", "publish_at", "client_id"
  ON "content_item" FOR EACH ROW EXECUTE FUNCTION search_note('item', 'id');
CREATE TRIGGER search_note AFTER INSERT OR DELETE OR UPDATE OF "title", "state", "client_id" ON "task"
  FOR EACH ROW EXECUTE FUNCTION search_note('task', 'id');
CREATE TRIGGER search_note AFTER INSERT OR DELETE OR UPDATE OF "data", "issued_at" ON "brief_version"
  FOR EACH ROW EXECUTE FUNCTION search_note('task', 'task_id');
CREATE TRIGGER search_note AFTER INSERT OR DELETE OR UPDATE OF "data", "note" ON "deliverable"
  FOR EACH ROW EXECUTE FUNCTION search_note('task', 'task_id');
CREATE TRIGGER search_note AFTER INSERT OR DELETE OR UPDATE OF "body", "visibility", "resolved_at" ON "comment"
  FOR EACH ROW EXECUTE FUNCTION search_note('comment', 'id');

-- All of an agency waits to be indexed anew, the oldest first. Asked within that agency.
CREATE FUNCTION search_again(agency uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_pending (agency_id, kind, entity_id)
  SELECT agency, kind, id FROM (
    SELECT 'client' AS kind, id, 0 AS place FROM client WHERE agency_id = agency
    UNION ALL SELECT 'campaign', id, 1 FROM campaign WHERE agency_id = agency
    UNION ALL SELECT 'item', id, 2 FROM content_item WHERE agency_id = agency
    UNION ALL SELECT 'task', id, 3 FROM task WHERE agency_id = agency
    UNION ALL SELECT 'comment', id, 4 FROM comment WHERE agency_id = agency) everything
  ORDER BY place, id
$$;

-- What was there before is found, too.
DO $$
DECLARE one uuid;
BEGIN
  PERFORM set_config('app.system', 'on', true);
  FOR one IN SELECT id FROM agency LOOP
    PERFORM set_config('app.agency_id', one::text, true);
    PERFORM search_again(one);
  END LOOP;
  PERFORM set_config('app.agency_id', '', true);
  PERFORM set_config('app.system', '', true);
END $$;
