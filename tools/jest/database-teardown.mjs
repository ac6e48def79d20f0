export default () => globalThis.releaseTestDatabase?.();
