/** Rows as a spreadsheet takes them from the clipboard: a sign of its own at the beginning would be a formula. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

const cell = (text: string): string => {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
};
