/**
 * The bucket that the S3_… variables name, or null: what a backup and the doctor read beside the disk. Writing is the server's
 * (libs/platform/server/files/bucket.ts), whose settings these are.
 */
export async function bucketOf(env) {
  const { S3_BUCKET: Bucket, S3_ENDPOINT: endpoint, S3_REGION: region = 'us-east-1', S3_PREFIX: prefix = '' } = env;
  if (!Bucket) return null;
  const { S3 } = await import('@aws-sdk/client-s3');
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const s3 = new S3({
    region,
    ...(accessKeyId && { credentials: { accessKeyId, secretAccessKey } }),
    ...(endpoint && { endpoint, forcePathStyle: true }),
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    /** Keys under a folder, with the bytes that each object has. */
    list: async (folder) => {
      const sizes = new Map();
      let page;
      do {
        const found = await s3.listObjectsV2({ Bucket, Prefix: `${prefix}${folder}/`, ContinuationToken: page });
        for (const { Key, Size } of found.Contents ?? []) sizes.set(Key.slice(prefix.length), Size);
        page = found.NextContinuationToken;
      } while (page);
      return sizes;
    },
    /** A stream of an object's bytes; throws where there is none. */
    read: async (key) => (await s3.getObject({ Bucket, Key: `${prefix}${key}` })).Body,
  };
}
