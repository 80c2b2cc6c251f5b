// Follows a recipe without an engine: every stage is a folder that stands for its root, and its steps are really done.
// The base image is this machine; USER and --chown, which need an engine, change nothing but HOME.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'
import { contextFiles, matches } from './context'
import type { Recipe, Step } from './recipe'

export type Environment = Readonly<Record<string, string>>

/** A stage as far as it is done. */
export interface Image {
  /** Stands for `/`. */
  readonly root: string
  readonly workdir: string
  readonly user: string
  readonly env: Environment
}

interface Site {
  readonly context: string
  /** By stage name. */
  readonly stages: ReadonlyMap<string, Image>
}

/** A path of an image, on this machine. */
export function placeIn(image: Image, path: string): string {
  return join(image.root, isAbsolute(path) ? path : join(image.workdir, path))
}

/** What a process of an image has in its environment. */
export function environmentIn(image: Image): Record<string, string> {
  const home = image.user === 'root' ? '/root' : `/home/${image.user}`
  return { PATH: process.env.PATH ?? '', HOME: placeIn(image, home), ...image.env }
}

/**
 * @param folder an empty one, for the stages' roots
 * @returns the last stage
 */
export function build(recipe: Recipe, context: string, folder: string): Image {
  const stages = new Map<string, Image>()
  let image: Image | null = null
  for (const { name, steps } of recipe.stages) {
    const root = mkdtempSync(join(folder, `${name ?? 'last'}-`))
    image = steps.reduce((done: Image, step) => follow(step, done, { context, stages }), {
      root,
      workdir: '/',
      user: 'root',
      env: {},
    })
    if (name) stages.set(name, image)
  }
  if (image === null) throw new Error('the Dockerfile has no stage')
  return image
}

function follow(step: Step, image: Image, site: Site): Image {
  switch (step.do) {
    case 'env':
      return { ...image, env: { ...image.env, ...step.values } }
    case 'user':
      return { ...image, user: step.name }
    case 'workdir':
      mkdirSync(placeIn(image, step.path), { recursive: true })
      return { ...image, workdir: step.path }
    case 'copy':
      copy(step, image, site)
      return image
    case 'run':
      run(step.command, image)
      return image
  }
}

function copy({ from, sources, to }: Step & { readonly do: 'copy' }, image: Image, { context, stages }: Site): void {
  const stage = from === null ? null : stages.get(from)
  if (stage === undefined) throw new Error(`COPY --from=${from}: there is no such stage above`)
  const found = stage ? sources.map((path) => placeIn(stage, path)) : inContext(context, sources)
  for (const source of found) {
    const target = placeIn(image, to)
    const inside = to.endsWith('/') && statSync(source).isFile()
    cpSync(source, inside ? join(target, basename(source)) : target, { recursive: true, verbatimSymlinks: true })
  }
}

/** Like an engine, it takes no pattern that fits nothing. */
function inContext(context: string, patterns: readonly string[]): readonly string[] {
  const names = contextFiles(context)
  return patterns.flatMap((pattern) => {
    const found = names.filter((name) => matches(name, pattern))
    if (found.length === 0) throw new Error(`COPY ${pattern}: the context has no such file`)
    return found.map((name) => join(context, name))
  })
}

function run(command: string, image: Image): void {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
    cwd: placeIn(image, '.'),
    env: { ...npmSettings(), ...environmentIn(image) },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`RUN ${command}: exit code ${status}\n${stdout}${stderr}`)
}

/** The cache and the settings of whoever runs this, in place of the network where possible. */
function npmSettings(): Record<string, string> {
  const get = (name: string) => spawnSync('npm', ['config', 'get', name], { encoding: 'utf8' }).stdout.trim()
  const own = Object.entries(process.env).filter(([name]) => name.toLowerCase().startsWith('npm_config_'))
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    npm_config_cache: get('cache'),
    npm_config_userconfig: get('userconfig'),
    npm_config_prefer_offline: 'true',
  }
}
