// How a handset may be called, and how many there may be.

/** A label of a host name (RFC 1123). */
export const HANDSET_ID = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Each can have its own port. */
export const MAX_HANDSETS = 1000
