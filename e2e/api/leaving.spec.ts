import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyErasure } from '@planerka/agency/server';
import { AgencyExports } from '@planerka/activity/server';
import { newId, Temporal } from '@planerka/platform/domain';
import { FileStore } from '@planerka/platform/server';
import { agency, aLine, asAdmin, everythingOf, testDatabase, within, type TestAgency } from '@planerka/testing/server';
import readXlsxFile from 'read-excel-file/node';
import yauzl from 'yauzl';
import { startApi, stopApi, type Api } from './harness';
import { until } from './sockets';

const dataDir = mkdtempSync(join(tmpdir(), 'planerka-leaving-'));
let api: Api;
beforeAll(async () => {
  api = await startApi({ DATA_DIR: dataDir });
});
afterAll(async () => {
  await stopApi();
  rmSync(dataDir, { recursive: true });
});

const ask = `mutation ($input: AskAgencyDeletionInput!) { askAgencyDeletion(input: $input) {
  __typename ... on AgencyDeletionSuccess { agency { deletionDueAt } } ... on InvalidInput { issues { path code } } } }`;
const cancel =
  'mutation { cancelAgencyDeletion { __typename ... on AgencyDeletionSuccess { agency { deletionDueAt } } } }';
const requestExport =
  'mutation { requestAgencyExport { __typename ... on AgencyExportSuccess { exports { id state } } } }';
const exportsOf = '{ agencyExports { id state size url } }';

async function withFile(own: TestAgency): Promise<string> {
  const id = newId();
  const path = api.app.get(FileStore).pathOf(own.agencyId, id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'a creative');
  await within(own.agencyId, (db) =>
    db.file.create({
      data: {
        agencyId: own.agencyId,
        id,
        name: 'макет/../1.png',
        mime: 'image/png',
        size: 10n,
        storageKey: 'x',
        state: 'ready',
      },
    }),
  );
  return path;
}

const inDays = (days: number) => Temporal.Now.instant().add({ hours: 24 * days });

describe('The end of an agency', () => {
  it('is asked for by an owner who types its name, seen by all, and can be taken back', async () => {
    const { owner, manager, copywriter } = await agency('Ёлка');
    const wrong = await api.as(owner).run(ask, { input: { agencyName: 'елка' } });
    expect(wrong.askAgencyDeletion).toMatchObject({ issues: [{ path: ['agencyName'], code: 'name_differs' }] });
    const refused = await api.as(manager).run(ask, { input: { agencyName: 'Ёлка' } });
    expect(refused.askAgencyDeletion.__typename).toBe('NotFound');

    const asked = await api.as(owner).run(ask, { input: { agencyName: ' Ёлка ' } });
    const { deletionDueAt } = asked.askAgencyDeletion.agency;
    const seen = await api.as(copywriter).run('{ viewer { agency { deletionDueAt } } }');
    expect(seen.viewer.agency).toEqual({ deletionDueAt });
    expect(Temporal.Instant.compare(Temporal.Instant.from(deletionDueAt), inDays(13))).toBe(1);

    expect((await api.as(manager).run(cancel)).cancelAgencyDeletion.__typename).toBe('NotFound');
    expect((await api.as(owner).run(cancel)).cancelAgencyDeletion.agency.deletionDueAt).toBeNull();
    expect(await api.app.get(AgencyErasure).eraseDue(inDays(100))).not.toContain(owner.agencyId);
  });

  it('leaves no row and no file of it, when its day has come and not before, and everything of others', async () => {
    const leaving = await agency('Уходящие');
    await everythingOf(leaving);
    await aLine(leaving, { category: 'tools' });
    const staying = await agency('Соседи');
    const path = await withFile(leaving);
    const neighbours = await withFile(staying);
    await api.as(leaving.owner).run(ask, { input: { agencyName: 'Уходящие' } });

    const erasure = api.app.get(AgencyErasure);
    expect(await erasure.eraseDue(inDays(13))).not.toContain(leaving.agencyId);
    expect(await erasure.eraseDue(inDays(15))).toContain(leaving.agencyId);

    const { adminUrl } = await testDatabase();
    const left = await asAdmin(adminUrl, async (client) => {
      const { rows: tables } = await client.query<{ table_name: string }>(
        `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agency_id'`,
      );
      const found: string[] = [];
      for (const { table_name } of tables) {
        const { rowCount } = await client.query(`SELECT 1 FROM "${table_name}" WHERE agency_id = $1 LIMIT 1`, [
          leaving.agencyId,
        ]);
        if (rowCount) found.push(table_name);
      }
      const { rowCount } = await client.query('SELECT 1 FROM agency WHERE id = $1', [leaving.agencyId]);
      return rowCount ? [...found, 'agency'] : found;
    });
    expect(left).toEqual([]);
    expect([existsSync(path), existsSync(neighbours)]).toEqual([false, true]);
    expect((await api.as(leaving.owner).run('{ viewer { agency { id } } }')).viewer.agency).toBeNull();
    expect((await api.as(staying.owner).run('{ viewer { agency { id } } }')).viewer.agency.id).toBe(staying.agencyId);
  });
});

describe('An export', () => {
  it('is for owners alone', async () => {
    const { manager, owner } = await agency('Тайные');
    expect((await api.as(manager).run(requestExport)).requestAgencyExport.__typename).toBe('NotFound');
    await api.as(owner).run(requestExport);
    expect((await api.as(manager).run(exportsOf)).agencyExports).toEqual([]);
  });

  it('has everything of the agency and nothing of others, and no key to anything', async () => {
    const own = await agency('Экспорт');
    const ids = await everythingOf(own);
    await everythingOf(await agency('Чужие'));
    await withFile(own);
    await api.as(own.owner).run(requestExport);
    await until(async () => (await api.as(own.owner).run(exportsOf)).agencyExports[0].state !== 'WAITING');
    const [made] = (await api.as(own.owner).run(exportsOf)).agencyExports;
    expect(made).toMatchObject({ state: 'READY', size: expect.any(Number) });

    const { statusCode, headers, rawPayload } = await api.app.inject({ method: 'GET', url: made.url });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/zip']);
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect((await api.app.inject({ method: 'GET', url: made.url.split('?')[0] })).statusCode).toBe(404);

    const entries = await unzipped(rawPayload);
    const tables = Object.fromEntries(
      [...entries]
        .filter(([name]) => name.startsWith('data/'))
        .map(([name, bytes]) => [name.slice(5, -5), JSON.parse(bytes.toString()) as Record<string, unknown>[]]),
    );
    expect(tables['agency']).toEqual([expect.objectContaining({ id: own.agencyId, name: 'Экспорт' })]);
    expect(tables['task']?.map(({ id }) => id)).toContain(ids.task);
    for (const [table, rows] of Object.entries(tables))
      if (table !== 'agency')
        expect({ table, of: new Set(rows.map((row) => row['agency_id'])) }).toEqual({
          table,
          of: new Set(rows.length > 0 ? [own.agencyId] : []),
        });
    expect(Object.keys(tables['approval_link']?.[0] ?? {})).not.toContain('token_hash');
    expect(Object.keys(tables['approval_link']?.[0] ?? {})).not.toContain('pin_hash');
    expect([...entries.keys()].filter((name) => name.startsWith('files/'))).toEqual([
      expect.stringMatching(/^files\/[0-9a-f-]{36}\/макет_.._1\.png$/),
    ]);
    const sheets = await readXlsxFile(entries.get('planerka.xlsx')!);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['План', 'Бюджет', 'Люди']);
    expect(JSON.stringify(sheets[2])).toContain('Мария Орлова');
  });

  it('is taken in the name of the owner who was shown its address, and by nobody once they are one no more', async () => {
    const { owner, agencyId, join } = await agency('Двое');
    const second = await join('Пётр Второй', 'owner', []);
    await api.as(owner).run(requestExport);
    await until(async () => (await api.as(second).run(exportsOf)).agencyExports[0].state !== 'WAITING');
    const [{ url }] = (await api.as(second).run(exportsOf)).agencyExports;
    expect((await api.app.inject({ url })).statusCode).toBe(200);
    expect((await api.app.inject({ url: url.replace(/h=[^&]+/, `h=${owner.memberId}`) })).statusCode).toBe(404);
    await within(agencyId, (db) =>
      db.member.update({ where: { agencyId_id: { agencyId, id: second.memberId } }, data: { role: 'manager' } }),
    );
    expect((await api.app.inject({ url })).statusCode).toBe(404);
  });

  it('is forgotten after a week', async () => {
    const { owner } = await agency('Старые');
    await api.as(owner).run(requestExport);
    const [{ id }] = (await api.as(owner).run(exportsOf)).agencyExports;
    await api.app.get(AgencyExports).make({ agencyId: owner.agencyId, exportId: id });
    const path = api.app.get(FileStore).exportPathOf(owner.agencyId, id);
    expect(existsSync(path)).toBe(true);
    await api.app.get(AgencyExports).forget(inDays(8));
    expect([existsSync(path), (await api.as(owner).run(exportsOf)).agencyExports]).toEqual([false, []]);
  });
});

function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const entries = new Map<string, Buffer>();
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) return reject(problem);
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => void pieces.push(piece));
          stream.once('end', () => {
            entries.set(entry.fileName, Buffer.concat(pieces));
            zip.readEntry();
          });
        });
      });
      zip.once('end', () => resolve(entries));
      zip.readEntry();
    });
  });
}
