// Security headers for a server that answers with nothing but JSON.
import helmet from 'koa-helmet'

export const setSecurityHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  // HSTS would force the whole host to https, but number retrieval needs an H5 page on http (protocol.md §3).
  hsts: false,
})
