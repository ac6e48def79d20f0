/** The little that we use of it. */
interface Result {
  readonly lhr: {
    readonly categories: Readonly<Record<string, { readonly score: number | null } | undefined>>;
    readonly audits: Readonly<Record<string, { readonly numericValue?: number } | undefined>>;
    readonly environment: { readonly benchmarkIndex: number };
    readonly runtimeError?: { readonly message: string };
  };
}

interface Flags {
  readonly port: number;
  readonly output: 'json';
  readonly logLevel: 'error';
  readonly onlyCategories: readonly string[];
  readonly extraHeaders?: Readonly<Record<string, string>>;
}

export const desktopConfig: object;

export default function lighthouse(url: string, flags: Flags, config?: object): Promise<Result | undefined>;
