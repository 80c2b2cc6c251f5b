// Writes docs/{zh,en}/return-codes.md. Run after a change to the registry or the advice:
// node --conditions=@local-number/source --import tsx scripts/generate-return-codes.ts
import { writeFileSync } from 'node:fs'
import type { Locale } from '@local-number/protocol/advice'
import { renderReturnCodes } from './return-codes-document'

const FILES: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh/return-codes.md', en: 'en/return-codes.md' }

for (const [locale, file] of Object.entries(FILES)) {
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), renderReturnCodes(locale as Locale))
}
