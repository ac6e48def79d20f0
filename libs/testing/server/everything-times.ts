export const now = new Date();
export const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
export const soon = new Date(now.getTime() + 3 * 86_400_000);
