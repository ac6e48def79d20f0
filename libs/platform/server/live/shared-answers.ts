import {
  executeSync,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
} from 'graphql';
import { LRUCache } from 'lru-cache';

/** How a result is told where it is not told as it is. */
export type Tell = (result: ExecutionResult) => FormattedExecutionResult | undefined;

/** The answers of one operation, each executed and written out once however many have asked for it. */
export class SharedAnswers {
  private readonly texts = new WeakMap<object, Buffer>();
  private readonly operation: ExecutionArgs;

  constructor(
    { schema, document, operationName, variableValues }: ExecutionArgs,
    private readonly tell: Tell,
  ) {
    // No context: a field that would look at the viewer fails, and shows nobody what was another one's.
    this.operation = { schema, document, operationName, variableValues };
  }

  /** The result as JSON. */
  textOf(root: object): Buffer {
    let text = this.texts.get(root);
    if (!text) {
      const result = executeSync({ ...this.operation, rootValue: root });
      text = Buffer.from(JSON.stringify(this.tell(result) ?? result));
      this.texts.set(root, text);
    }
    return text;
  }
}

const maxVariants = 50;

/** One set of answers for all who ask the same: the same document, operation and variables. */
export class AnswersByOperation {
  private readonly known = new WeakMap<DocumentNode, LRUCache<string, SharedAnswers>>();

  constructor(private readonly tell: Tell) {}

  of(args: ExecutionArgs): SharedAnswers {
    let variants = this.known.get(args.document);
    if (!variants) {
      variants = new LRUCache({ max: maxVariants });
      this.known.set(args.document, variants);
    }
    const variant = JSON.stringify([args.operationName ?? null, args.variableValues ?? null]);
    let answers = variants.get(variant);
    if (!answers) {
      answers = new SharedAnswers(args, this.tell);
      variants.set(variant, answers);
    }
    return answers;
  }
}
