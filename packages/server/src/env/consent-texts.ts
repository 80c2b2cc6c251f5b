// Reads the texts of the terms from a folder: `2026-01.zh-CN.md` is that of the version 2026-01 in the locale zh-CN.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRefusal, type Refusal, refuse } from '@local-number/service-kit'
import type { ConsentTexts } from '../sign/consent-texts'
import { locale } from '../sign/locale'

const NAME = /^(?<version>.+)\.(?<tag>[0-9A-Za-z-]+)\.(?:md|txt)$/

interface TextFile {
  readonly version: string
  readonly locale: string
  readonly text: string
}

/** Reads every `.md` and `.txt` of the folder. Hidden files do not count: editors and Kubernetes leave some. */
export function readConsentTexts(folder: string): ConsentTexts | Refusal {
  try {
    const names = readdirSync(folder).filter((name) => /^[^.].*\.(?:md|txt)$/.test(name))
    if (names.length === 0) return refuse('names a folder without texts: they are files such as 2026-01.zh-CN.md')
    return collect(names.map((name) => readTextFile(folder, name)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return refuse(`must be a folder with the texts of the terms, and cannot be read (${code})`)
  }
}

function readTextFile(folder: string, name: string): TextFile | Refusal {
  const { version, tag } = NAME.exec(name)?.groups ?? {}
  const canonical = locale.safeParse(tag).data
  if (version === undefined || canonical === undefined) {
    return refuse(`holds ${name}: a text is named <version>.<locale>.md or .txt, such as 2026-01.zh-CN.md`)
  }
  const text = decode(readFileSync(join(folder, name)))
  if (text === undefined) return refuse(`holds ${name}, which is not UTF-8`)
  return text === '' ? refuse(`holds ${name}, which is empty`) : { version, locale: canonical, text }
}

/** As it is, so that the hash of the text is that of the file. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function collect(files: readonly (TextFile | Refusal)[]): ConsentTexts | Refusal {
  const texts: Record<string, Record<string, string>> = {}
  for (const file of files) {
    if (isRefusal(file)) return file
    const { version, locale, text } = file
    const byLocale = texts[version] ?? {}
    if (locale in byLocale) return refuse(`holds two texts of the version ${version} in ${locale}`)
    texts[version] = { ...byLocale, [locale]: text }
  }
  return texts
}
