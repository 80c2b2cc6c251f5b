// Our server with only a part of its features.

/**
 * Each adds to the one before it.
 *
 * - `core`: the API in a Koa app, with stores that keep nothing
 * - `limits`: counts signatures by address, in a counter that is always 1
 * - `memory`, `sqlite`: stores that keep something
 * - `service`: headers, origins, proxies, malformed requests, of `apps/backend`
 * - `full`: logs
 */
export const LAYERS = ['core', 'limits', 'memory', 'sqlite', 'service', 'full'] as const

export type Layer = (typeof LAYERS)[number]
