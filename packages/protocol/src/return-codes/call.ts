// The carrier's three calls. A return code has a meaning only together with its call (protocol.md §7).

/** In the order of a login: the zero-size image, the token, the verification of the typed number. */
export const CALLS = ['getMobile', 'getToken', 'verify'] as const

export type Call = (typeof CALLS)[number]
