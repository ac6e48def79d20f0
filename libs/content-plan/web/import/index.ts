export { ImportSource } from './ImportSource';
export { issueText } from './issue-text';
export { columnsText, sendTable, type TableReply } from './send-table';
export { useTableImport, type TableImportState } from './use-table-import';
