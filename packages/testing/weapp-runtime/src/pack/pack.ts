// Packs the folder of a compiled mini-program, e.g. of `taro build --type weapp`, as one JSON value.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_IN_TEMPLATES } from '../built-ins/templates'
import { RuntimeError } from '../errors'
import type { AppConfig, JsonConfig, MiniProgramPackage } from '../package'
import { listFeatures } from './features'
import { listLocalFiles } from './local-files'
import { checkReferences } from './references'
import { listUnsupportedSettings } from './settings'
import { collectTags } from './tags'
import { findThemes } from './themes'
import { resolveComponents } from './using-components'
import { compileTemplates } from './wxml'
import { checkWxs } from './wxs'
import { toCss } from './wxss'

type Files = Record<string, string>

/**
 * Packs a compiled mini-program, for `startInJsdom` and `startInPage`.
 *
 * @param folder contains `app.json`
 * @throws RuntimeError `notAMiniProgram`, `badTemplate`, `badStyle`, `badJson`
 */
export function packMiniProgram(folder: string): MiniProgramPackage {
  const { wxml, wxs, wxss, js, json } = readByKind(folder)
  const configs = Object.fromEntries(Object.entries(json).map(([path, text]) => [path, parseJson(path, text)]))
  const settings = configs.app
  if (!settings || !isAppConfig(settings)) {
    throw new RuntimeError('notAMiniProgram', `${folder} has no app.json with pages: build the mini-program first`)
  }
  const { app: _, ...others } = resolveComponents(configs)
  checkReferences(wxml, wxs)
  checkWxs(wxml, wxs)
  const { attributes, unknown } = collectTags(Object.values(wxml))
  const compiled = compileTemplates(wxml, wxs)
  return {
    app: settings,
    json: others,
    themes: findThemes(settings, configs),
    scripts: js,
    styles: Object.fromEntries(Object.keys(wxss).map((path) => [path, toCss(path, wxss)])),
    images: readImages(folder),
    templates: compiled.code,
    builtInTemplates: compileTemplates(BUILT_IN_TEMPLATES).code,
    attributes,
    unknownTags: unknown,
    unsupported: listUnsupportedSettings(settings, others),
    features: listFeatures(wxml),
    warnings: [...compiled.warnings, ...listLocalFiles(wxss)],
  }
}

const KINDS = ['wxml', 'wxs', 'wxss', 'js', 'json'] as const

function readByKind(folder: string): Record<(typeof KINDS)[number], Files> {
  const kinds = { wxml: {}, wxs: {}, wxss: {}, js: {}, json: {} } as Record<(typeof KINDS)[number], Files>
  for (const name of listFiles(folder)) {
    const kind = KINDS.find((each) => name.endsWith(`.${each}`))
    if (kind) kinds[kind][name.slice(0, -kind.length - 1)] = readFileSync(join(folder, name), 'utf8')
  }
  return kinds
}

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
  bmp: 'bmp',
  svg: 'svg+xml',
}

function readImages(folder: string): Files {
  const images: Files = {}
  for (const name of listFiles(folder)) {
    const type = IMAGE_TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
    if (type) images[name] = `data:image/${type};base64,${readFileSync(join(folder, name), 'base64')}`
  }
  return images
}

/** Lists files with forward slashes. Like WeChat, it leaves out `node_modules`. */
function listFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
    return names.filter((name) => !name.split('/').includes('node_modules'))
  } catch {
    return []
  }
}

function parseJson(path: string, text: string): JsonConfig {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RuntimeError('badJson', `${path}.json: ${error instanceof Error ? error.message : error}`)
  }
}

function isAppConfig(config: JsonConfig): config is AppConfig {
  return 'pages' in config && Array.isArray(config.pages)
}
