// The carrier's three calls. A return code means something only together with the call that gave it (protocol.md §7).

/** In the order of a login: the zero-size image, the token, the check of the typed number. */
export const CALLS = ['getMobile', 'getToken', 'verify'] as const

export type Call = (typeof CALLS)[number]
