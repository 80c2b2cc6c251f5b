// Programs beyond Node and Chromium that some tests need, with their Debian packages, in services.json. `npm test` runs
// those tests where the programs are there and names what it left out; `.ci/run` installs them, and fails without them.
import { spawnSync } from 'node:child_process'
import SERVICES from './services.json'

/** The programs that are not on this machine's PATH. */
export function findMissingServices(isInstalled: (program: string) => boolean = isOnPath): string[] {
  return Object.keys(SERVICES).filter((program) => !isInstalled(program))
}

function isOnPath(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}
