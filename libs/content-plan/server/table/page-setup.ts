import type { Feature, Image } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';

const sheetFile = 'xl/worksheets/sheet{id}.xml';
const bookFile = 'xl/workbook.xml';

/** On paper: as wide as the page, as many pages long as it takes, with the header on each of them. */
export const pageSetup = (sheet: string, headerRow: number): Feature<Image['content']> => ({
  files: {
    transform: {
      [sheetFile]: {
        transform: (xml) =>
          insertElementMarkupAccordingToOrderOfSiblings(
            xml.replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            getOrderOfSiblings(sheetFile, 'worksheet') ?? [],
            'worksheet',
          ),
      },
      [bookFile]: {
        transform: (xml) => withNames(xml, sheet, headerRow),
      },
    },
  },
});

function withNames(xml: string, sheet: string, headerRow: number): string {
  const place = sanitizeTextContent(`'${sheet.replaceAll("'", "''")}'!$${headerRow}:$${headerRow}`);
  const name = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${place}</definedName>`;
  const names = `<definedNames>${name}</definedNames>`;
  // There is one of them at most, and the library leaves it empty.
  return xml.includes('<definedNames/>')
    ? xml.replace('<definedNames/>', names)
    : insertElementMarkupAccordingToOrderOfSiblings(
        xml,
        names,
        getOrderOfSiblings(bookFile, 'workbook') ?? [],
        'workbook',
      );
}
