/** Values that a sentence about an issue needs: a limit, a name, a list of words. */
export type IssueParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * Something about a thing that is valid, but not as it should be: a brief without a goal, a text that is too long.
 * `code` names a sentence in the web's catalogue; `blocks` says whether the next step has to wait for it.
 */
export interface Finding<Code extends string = string> {
  /** Dotted path of the field, e.g. `slides.2.text`; '' where it is about the whole. */
  readonly field: string;
  readonly code: Code;
  readonly params: IssueParams;
  readonly blocks: boolean;
}

export const blocker = <Code extends string>(field: string, code: Code, params: IssueParams = {}): Finding<Code> => ({
  field,
  code,
  params,
  blocks: true,
});

export const advice = <Code extends string>(field: string, code: Code, params: IssueParams = {}): Finding<Code> => ({
  field,
  code,
  params,
  blocks: false,
});

export const blocks = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.blocks);

/** A value that cannot be taken at all. Members of `InvalidInput` on the wire; the web puts the sentence at the field. */
export interface InputIssue<Code extends string = string> {
  readonly path: readonly (string | number)[];
  readonly code: Code;
  readonly params: IssueParams;
}

export const issue = <Code extends string>(
  path: InputIssue['path'],
  code: Code,
  params: IssueParams = {},
): InputIssue<Code> => ({ path, code, params });

/** The same issue seen from further out: `under(['brief'], issues)`. */
export const under = (path: InputIssue['path'], issues: readonly InputIssue[]): readonly InputIssue[] =>
  issues.map((one) => ({ ...one, path: [...path, ...one.path] }));
