import type { PreviewIssue } from '@planerka/content-plan/domain';
import { errorText, type TextParams } from '@planerka/platform/web';

/** Why a cell cannot be taken; lists of names as people write them. */
export function issueText({ code, params }: Pick<PreviewIssue, 'code' | 'params'>): string {
  const texts = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  return errorText(code, texts as TextParams) ?? code;
}
