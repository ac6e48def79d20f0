import { err, ok, type Result } from '@planerka/platform/domain';
import { mostCounted } from './item-measurement';

const thousand = 1_000;
const million = 1_000_000;

/** Spaces of any width, the narrow ones of spreadsheets too. */
const space = /[\s\u00a0\u202f']/g;

/**
 * What people type and networks export: `1240`, «1 240», `1,240`, «12,4 тыс.», `12.4K`, `1.2M`. Nothing, a dash and «нет» are null.
 */
export function readCount(cell: string | number | boolean | null): Result<number | null, 'not_a_count'> {
  if (typeof cell === 'number') return whole(cell);
  const text = (cell === null ? '' : String(cell)).normalize('NFKC').trim().toLowerCase();
  if (/^([-–—]|нет|n\/?a|none)?$/.test(text)) return ok(null);
  const bare = text.replace(space, '');
  if (/^\d{1,3}([.,]\d{3})+$/.test(bare)) return whole(Number(bare.replace(/[.,]/g, '')));
  const [, digits, unit = ''] = /^(\d+(?:[.,]\d+)?)(k|к|тыс\.?|m|м|млн\.?)?$/.exec(bare) ?? [];
  if (digits === undefined) return err('not_a_count');
  const times = unit === '' ? 1 : /^[kкт]/.test(unit) ? thousand : million;
  return whole(Math.round(Number(digits.replace(',', '.')) * times * 1000) / 1000);
}

const whole = (value: number): Result<number, 'not_a_count'> =>
  Number.isInteger(value) && value >= 0 && value <= mostCounted ? ok(value) : err('not_a_count');
