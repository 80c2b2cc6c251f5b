// How long tickets live, in ms: what issuer, verification and checker must agree on.

/** How long a ticket is valid. */
export const TICKET_TTL_MS = 60_000

/** For how long after its verdict a repeated request gets the verdict again, with the same ticket, issued anew. */
export const REPEAT_MS = 120_000

/** How far the clocks of the two backends may differ. */
export const CLOCK_TOLERANCE_MS = 5_000

/** How long a spent ticket must stay known: until the slowest accepted clock sees the last one with its id expire. */
export const SPENT_TTL_MS = REPEAT_MS + TICKET_TTL_MS + 2 * CLOCK_TOLERANCE_MS
