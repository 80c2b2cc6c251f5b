// The carrier's calls. A return code has a meaning only together with its call (protocol.md §7).

/**
 * In the order of a login: the zero-size image and the token, or the one call of the HTTPS edition that does both; then
 * the verification of the typed number.
 */
export const CALLS = ['getMobile', 'getToken', 'httpsGetMobile', 'verify'] as const

export type Call = (typeof CALLS)[number]
