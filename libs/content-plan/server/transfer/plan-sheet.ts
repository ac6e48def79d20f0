import {
  cellsOf,
  headerOf,
  planNames,
  weeksOf,
  weekTitle,
  type ItemStatus,
  type PlanBook,
  type PlanColumn,
  type PlanItem,
  type PlanLocale,
} from '@planerka/content-plan/domain';
import type { Id } from '@planerka/platform/domain';
import type { CellObject, Image, Row } from 'write-excel-file/node';
import { pageSetup } from '../table/page-setup';
import type { PlanPicture } from './plan-pictures';

export interface PlanSheet {
  /** «Сосна: контент-план, декабрь 2026» */
  readonly heading: string;
  readonly agencyName: string;
  readonly items: readonly PlanItem[];
  readonly book: PlanBook;
  /** 1–5 by rubric. */
  readonly rubricColours: ReadonlyMap<Id, number>;
  readonly columns: readonly PlanColumn[];
  readonly pictures: ReadonlyMap<Id, PlanPicture> | null;
  readonly locale: PlanLocale;
}

const ink = '#1b1f21';
const quiet = '#5d6369';
const line = '#dcdad3';
const band = '#efeeea';
const accent = '#0b626b';

/** As in the product, on paper: libs/platform/web/theme/tokens.css. */
const rubricTints: readonly string[] = ['#f0f3f9', '#f9f1ee', '#f2f4ec', '#f6f1f7', '#f9f5e9'];
const statusLooks: Readonly<Record<ItemStatus, { readonly text: string; readonly fill: string }>> = {
  planned: { text: '#5d6369', fill: '#efeeea' },
  in_production: { text: '#1d5cba', fill: '#e6eefb' },
  awaiting_client: { text: '#9c2c79', fill: '#fae9f4' },
  ready: { text: '#286b32', fill: '#e4f2e5' },
  published: { text: '#286b32', fill: '#e4f2e5' },
  missed: { text: '#a52a21', fill: '#fbe9e7' },
};

/** In characters. */
const widths: Readonly<Record<PlanColumn, number>> = {
  id: 38,
  date: 12,
  time: 8,
  channels: 24,
  rubric: 18,
  format: 13,
  title: 38,
  idea: 52,
  campaign: 22,
  status: 16,
  link: 34,
};
const pictureWidth = 17;
const pictureRow = 66;
const lineHeight = 15;

/** Heading, whose it is, header: what stays in sight, and on each page of paper. */
const headRows = 3;

const edge = { borderColor: line, borderStyle: 'thin' } as const;
const empty = (count: number): null[] => Array.from({ length: count }, () => null);

/** The plan as people send it to clients; read as a table, it is still the plan. */
export async function writePlanSheet(sheet: PlanSheet): Promise<Buffer> {
  const { heading, agencyName, columns, pictures, locale } = sheet;
  const width = columns.length + (pictures ? 1 : 0);
  const title = locale === 'ru' ? 'Контент-план' : 'Content plan';
  const wide = (cell: CellObject): Row => [{ ...cell, columnSpan: width }, ...empty(width - 1)];
  const body = bodyOf(sheet, width);
  const rows: Row[] = [
    wide({ value: heading, fontSize: 16, fontWeight: 'bold', textColor: ink, height: 28, alignVertical: 'center' }),
    wide({ value: agencyName, textColor: quiet, height: 20, alignVertical: 'top' }),
    [...(pictures ? [picturesName[locale]] : []), ...headerOf(columns, locale)].map((value) => ({
      value,
      fontWeight: 'bold',
      textColor: '#ffffff',
      backgroundColor: accent,
      alignVertical: 'center',
      height: 24,
      ...edge,
    })),
    ...body.rows,
  ];
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(
    rows,
    {
      sheet: title,
      columns: [
        ...(pictures ? [{ width: pictureWidth }] : []),
        ...columns.map((column) => ({ width: widths[column] })),
      ],
      stickyRowsCount: headRows,
      orientation: 'landscape',
      showGridLines: false,
      images: body.images,
    },
    { fontFamily: 'Calibri', fontSize: 11, features: [pageSetup(title, headRows)] },
  ).toBuffer();
}

const picturesName: Readonly<Record<PlanLocale, string>> = { ru: 'Картинка', en: 'Picture' };

function bodyOf(sheet: PlanSheet, width: number): { readonly rows: Row[]; readonly images: Image[] } {
  const names = planNames(sheet.book);
  const { columns, pictures, locale } = sheet;
  const rows: Row[] = [];
  const images: Image[] = [];
  for (const week of weeksOf(sheet.items)) {
    const words = {
      value: weekTitle(week, locale),
      fontWeight: 'bold',
      textColor: ink,
      backgroundColor: band,
    } as const;
    rows.push([{ ...words, columnSpan: width, alignVertical: 'center', height: 22, ...edge }, ...empty(width - 1)]);
    for (const item of week.items) {
      const picture = pictures?.get(item.id);
      if (picture) images.push(imageOf(picture, headRows + rows.length + 1, item.title));
      const cells = cellsOf(item, sheet.book, names, columns, locale).map((value, index): CellObject => ({
        value,
        type: String,
        wrap: true,
        alignVertical: 'top',
        ...edge,
        ...(picture && { height: Math.max(pictureRow, textHeight(item.idea, columns)) }),
        ...lookOf(item, columns[index], sheet),
      }));
      rows.push([...(pictures ? [{ value: '', type: String, ...edge } satisfies CellObject] : []), ...cells]);
    }
  }
  return { rows, images };
}

/** A row with a picture has a height of its own, which hides no words. */
function textHeight(idea: string, columns: readonly PlanColumn[]): number {
  if (!columns.includes('idea')) return 0;
  const lines = idea.split('\n').reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / widths.idea)), 0);
  return lines * lineHeight + 6;
}

function lookOf(item: PlanItem, column: PlanColumn | undefined, { rubricColours }: PlanSheet): Partial<CellObject> {
  if (column === 'title') return { fontWeight: 'bold' };
  if (column === 'status') {
    const { text, fill } = statusLooks[item.status];
    return { textColor: text, backgroundColor: fill };
  }
  const tint =
    column === 'rubric' && item.rubricId !== null && rubricTints[(rubricColours.get(item.rubricId) ?? 0) - 1];
  return tint ? { backgroundColor: tint } : {};
}

/** Rows and columns of images count from one. */
const imageOf = ({ bytes, width, height }: PlanPicture, row: number, title: string): Image => ({
  content: bytes,
  contentType: 'image/jpeg',
  width,
  height,
  dpi: 96,
  anchor: { row, column: 1 },
  offsetX: 6,
  offsetY: 4,
  title,
  description: title,
});

export const sheetHeading = (client: string, month: string | null, locale: PlanLocale): string => {
  const name = locale === 'ru' ? 'контент-план' : 'content plan';
  return [`${client}: ${name}`, month].filter(Boolean).join(', ');
};
