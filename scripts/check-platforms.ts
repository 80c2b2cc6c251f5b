// The component built for every mini-program platform: `node --import tsx scripts/check-platforms.ts` after
// `npm run build:taro-apps`.
import { filesOf } from './mini-program/files'
import { loginComplaints } from './mini-program/login'
import { outputComplaints } from './mini-program/output'
import { PLATFORMS } from './mini-program/platforms'

async function main(): Promise<void> {
  for (const [name, platform] of Object.entries(PLATFORMS)) {
    const folder = `e2e/taro-apps/dist/component/${name}`
    const files = filesOf(folder)
    const output = outputComplaints(files, platform)
    const complaints = output.length > 0 ? output : await loginComplaints(folder, files, platform)
    for (const complaint of complaints) console.error(`${name}: ${complaint}`)
    if (complaints.length > 0) process.exitCode = 1
    else console.log(`ok ${name}: ${platform.takesNumbers ? 'takes the number' : 'falls back, and sends nothing'}`)
  }
}

main()
