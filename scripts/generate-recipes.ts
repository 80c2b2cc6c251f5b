// Writes docs/{zh,en}/recipes.md. Run after a change to the scenarios or the advice:
// node --conditions=@local-number/source --import tsx scripts/generate-recipes.ts
import { writeFileSync } from 'node:fs'
import type { Locale } from '@local-number/protocol/advice'
import { recipesDocument } from './recipes-document'

const FILES: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh/recipes.md', en: 'en/recipes.md' }

for (const [locale, file] of Object.entries(FILES)) {
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), recipesDocument(locale as Locale))
}
