// PostGraphile 5 over the same database: the same role, the same session check, the same tenant settings, its own defaults
// otherwise. Plain JavaScript, because its packages are only there once the bench has installed them.
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeJSONPgSmartTagsPlugin } from 'postgraphile/utils';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { claimOf, personOf } from '../lib/session.ts';

const { DATABASE_URL, SECRET = '' } = process.env;
const POOL = 20; // As many as the product takes.

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: POOL });

/** References that our tables keep without a constraint. */
const foreignKey = (table, ...references) => [
  table,
  {
    tags: {
      foreignKey: references.map(([column, target]) => `(agency_id, ${column}) references ${target} (agency_id, id)`),
    },
  },
];
const smartTags = makeJSONPgSmartTagsPlugin({
  version: 1,
  config: {
    class: Object.fromEntries([
      foreignKey('approval', ['client_id', 'client'], ['sent_by_id', 'member']),
      foreignKey(
        'approval_subject',
        ['task_id', 'task'],
        ['item_id', 'content_item'],
        ['deliverable_id', 'deliverable'],
      ),
      foreignKey('approval_link', ['contact_id', 'contact']),
      foreignKey('audit_entry', ['client_id', 'client']),
      foreignKey('budget_revision', ['requested_by_id', 'member'], ['decided_by_id', 'member']),
      foreignKey('change_request', ['task_id', 'task'], ['client_id', 'client'], ['decided_by_id', 'member']),
      foreignKey('comment', ['resolved_by_id', 'member']),
      foreignKey('criterion', ['checked_by_id', 'member']),
      foreignKey('deliverable', ['submitted_by_id', 'member']),
      foreignKey('payout', ['prepared_by_id', 'member']),
      foreignKey('payout_item', ['task_id', 'task']),
      foreignKey('task', ['manager_id', 'member']),
      foreignKey('task_question', ['asked_by_id', 'member'], ['answered_by_id', 'member']),
    ]),
  },
});

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [smartTags],
  // It hides orders and filters by columns without an index; screens ask by some of them.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  schema: { connectionFilterRelations: true },
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    async context({ node }) {
      const claim = node && claimOf(node.req, SECRET);
      const userId = claim && (await personOf(pool, claim.token));
      if (!userId) throw new Error('No session');
      return { pgSettings: { 'app.agency_id': claim.agencyId, 'app.user_id': userId } };
    },
  },
};

const server = createServer();
server.on('error', (error) => {
  throw error;
});
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
process.on('SIGTERM', () => process.exit(0));
