// `npm run check:platforms [-- tt swan …]`: checks the component's builds for mini-program platforms, by default those
// that the gate builds.
import { readFiles } from './mini-program/files'
import { findLoginProblems } from './mini-program/login'
import { findOutputProblems } from './mini-program/output'
import { type Platform, selectPlatforms } from './mini-program/platforms'

async function findProblems(name: string, platform: Platform): Promise<string[]> {
  const folder = `e2e/taro-apps/dist/component/${name}`
  const files = readFiles(folder)
  if (files.size === 0) return [`${folder} is not built: run npx turbo run build:component:${name}`]
  const problems = findOutputProblems(files, platform)
  return problems.length > 0 ? problems : findLoginProblems(files, platform)
}

async function main(): Promise<void> {
  for (const [name, platform] of selectPlatforms(process.argv.slice(2))) {
    const problems = await findProblems(name, platform)
    for (const problem of problems) console.error(`${name}: ${problem}`)
    if (problems.length > 0) process.exitCode = 1
    else
      console.log(`ok ${name}: ${platform.retrievesNumber ? 'retrieves the number' : 'falls back and sends nothing'}`)
  }
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
