// What a browser is told about answers that are JSON and nothing else.
import helmet from 'koa-helmet'

export const securityHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  // It would force the whole host to https, and an H5 page takes the number from http alone (protocol.md §3).
  hsts: false,
})
