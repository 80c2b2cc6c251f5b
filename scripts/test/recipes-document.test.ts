import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PLATFORM_SCENARIOS, WITHOUT_SCENARIO } from '@local-number/conformance'
import { ADVICE } from '@local-number/protocol/advice'
import { ALL_RETURN_CODES } from '@local-number/protocol/return-codes'
import { createRecipesDocument } from '../recipes-document'

const LOCALES = ['zh-CN', 'en'] as const

describe('the recipe pages', () => {
  test.each([
    ['zh-CN', 'zh/recipes.md'],
    ['en', 'en/recipes.md'],
  ] as const)('the committed %s page equals the output of the generator', (locale, file) => {
    expect(readFileSync(join(__dirname, '../../docs', file), 'utf8')).toBe(createRecipesDocument(locale))
  })

  test.each(LOCALES)('the %s page lists every scenario that has a recipe', (locale) => {
    const page = createRecipesDocument(locale)
    const missing = PLATFORM_SCENARIOS.filter(({ id, recipe }) => recipe && !page.includes(`\`${id}\``))
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  test('recipes show the commands that their scenarios run', () => {
    expect(createRecipesDocument('en')).toContain(`-d '{"contract":"unbound"}'`)
    expect(createRecipesDocument('zh-CN')).toContain(`-d '{"advanceMs":60001}'`)
    expect(createRecipesDocument('en')).toContain(`-d '{"network":"wifi","hotspot":"cm-4g"}'`)
  })

  test('recipes of malformed fields show the malformed values', () => {
    expect(createRecipesDocument('en')).toContain('Send `"9.9"` or `"1"` as `version`.')
    expect(createRecipesDocument('zh-CN')).toContain('让 `version` 为 `"9.9"` 或 `"1"`。')
  })
})

describe('every cause of every code of the document', () => {
  const rows = ALL_RETURN_CODES.filter(({ dialect }) => dialect === 'document')
  const causes = rows.flatMap(({ call, code, causes }) => causes.map((cause) => ({ call, code, cause })))

  test.each(causes)('$call $code $cause has a recipe, or a reason why there is none', ({ call, code, cause }) => {
    const matches = (one: { readonly call: string; readonly code: string; readonly cause?: string }) =>
      one.call === call && one.code === code && one.cause === cause
    const reason = WITHOUT_SCENARIO.find(matches)
    const recipe = PLATFORM_SCENARIOS.find((scenario) => matches(scenario) && scenario.recipe)?.recipe
    expect(recipe ?? reason?.why).toBeDefined()
    const page = createRecipesDocument('en')
    expect(page).toContain(recipe ? recipe.en : (reason?.why.en ?? ''))
    expect(page).toContain(ADVICE.en.causes[cause].cause)
  })
})
