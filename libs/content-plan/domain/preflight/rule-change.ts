import { err, issue, ok, optionalText, parseInput, type InputIssue, type Result } from '@planerka/platform/domain';
import { z } from 'zod';
import { preflightRuleOf } from './rules';
import type { PreflightRule } from './rule';

const changeSchema = z.strictObject({
  isOff: z.boolean(),
  /** null: the rule's own. */
  limit: z.int().min(1).max(1_000_000).nullable(),
  reason: optionalText('line'),
});
export type RuleChange = z.output<typeof changeSchema>;

/** What somebody decides of a rule: another limit, or that it does not count; and why, for whoever finds it so. */
export function parseRuleChange(key: string, input: unknown): Result<RuleChange, readonly InputIssue[]> {
  const rule = preflightRuleOf(key);
  if (!rule) return err([issue(['rule'], 'unknown_rule')]);
  const parsed = parseInput(changeSchema, input);
  if (!parsed.ok) return parsed;
  const { isOff, limit, reason } = parsed.value;
  const issues: InputIssue[] = [];
  if (limit !== null && !hasLimit(rule)) issues.push(issue(['limit'], 'rule_counts_nothing'));
  if (!isOff && limit === null) issues.push(issue(['limit'], 'nothing_changed'));
  if (reason === '') issues.push(issue(['reason'], 'required'));
  return issues.length > 0 ? err(issues) : ok(parsed.value);
}

export const hasLimit = ({ editions }: PreflightRule): boolean => editions.some(({ limit }) => limit !== null);
