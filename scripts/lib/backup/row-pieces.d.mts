export declare function rowPieces(
  put: (piece: Buffer, count: number) => Promise<void>,
  size?: number,
): { take(bytes: Buffer): Promise<void>; end(): Promise<void> };

export declare function rowEnds(bytes: Buffer): number;
