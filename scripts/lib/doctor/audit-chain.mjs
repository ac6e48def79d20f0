/** Entries are chained from the migration on that gives them a hash; before it there is nothing to follow. */
export async function checkAuditChain({ inEach }) {
  const counts = await inEach('SELECT count(*)::int AS entries FROM audit_entry');
  return { problems: [], found: `${counts.reduce((sum, { entries }) => sum + entries, 0)} entries` };
}
