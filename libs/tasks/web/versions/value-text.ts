import type { BriefField, StopRule } from '@planerka/tasks/domain';

/** A field as words to compare, where it is made of words; null where before and after are shown side by side. */
export function valueText(field: BriefField, value: unknown, sentence: (rule: StopRule) => string): string | null {
  const rows = <T>(): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);
  switch (field.kind) {
    case 'text':
    case 'line':
    case 'link':
    case 'naming':
    case 'utm':
      return typeof value === 'string' ? value : '';
    case 'lines':
      return rows<string>().join('\n');
    case 'slides':
      return rows<{ text: string; note: string }>()
        .map(({ text, note }, index) => `${index + 1}. ${text}${note ? ` (${note})` : ''}`)
        .join('\n');
    case 'facts':
      return rows<{ statement: string; source: string }>()
        .map(({ statement, source }) => (source ? `${statement} — ${source}` : statement))
        .join('\n');
    case 'creatives':
      return rows<{ name: string; text: string }>()
        .map(({ name, text }) => (text ? `${name}: ${text}` : name))
        .join('\n');
    case 'stop_rules':
      return rows<StopRule>().map(sentence).join('\n');
    default:
      return null;
  }
}
