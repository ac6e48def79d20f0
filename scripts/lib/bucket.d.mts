export interface Bucket {
  list(folder: string): Promise<ReadonlyMap<string, number>>;
  read(key: string): Promise<AsyncIterable<Buffer>>;
}
export function bucketOf(env: NodeJS.ProcessEnv): Promise<Bucket | null>;
