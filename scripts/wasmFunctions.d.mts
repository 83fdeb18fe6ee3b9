export const FUNCTION_LIMIT_BYTES: number;
export function longestFunction(bytes: Uint8Array): number;
