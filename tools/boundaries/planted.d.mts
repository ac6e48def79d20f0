export interface Planted {
  readonly name: string;
  readonly file: string;
  readonly code: string;
}
export const PLANTED: readonly Planted[];
export const ALLOWED: readonly Planted[];
