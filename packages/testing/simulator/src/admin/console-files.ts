// The console's build, a handful of files: read once, so that no request waits for the disk or fails with it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { LineMiddleware } from '../http/line'

interface File {
  readonly type: string
  readonly etag: string
  readonly bytes: Buffer
}

/** @param folder of the build; without one there is no console, and the API alone answers */
export function consoleFiles(folder: string): LineMiddleware {
  const files = existsSync(folder) ? readAll(folder) : new Map<string, File>()
  return (ctx, next) => {
    const file = files.get(ctx.path === '/' ? '/index.html' : ctx.path)
    if (!file || !['GET', 'HEAD'].includes(ctx.method)) return next()
    ctx.status = 200
    ctx.type = file.type
    ctx.etag = file.etag
    if (ctx.fresh) ctx.status = 304
    else ctx.body = file.bytes
  }
}

/** By their paths as a URL has them. */
function readAll(folder: string): ReadonlyMap<string, File> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [`/${relative(folder, path).replaceAll(sep, '/')}`, readOne(path)]))
}

function readOne(path: string): File {
  const bytes = readFileSync(path)
  return { type: extname(path), etag: createHash('sha256').update(bytes).digest('base64url'), bytes }
}
