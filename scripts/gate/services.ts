// What some tests need beyond Node and Chromium, in services.json: each with its Debian package, and a command that
// succeeds where it is there. Debian's Python packages serve its own Python alone. `npm test` runs those tests where
// everything is there and names what is missing; `.ci/run` installs it, and fails without it.
import { spawnSync } from 'node:child_process'
import SERVICES from './services.json'

type Service = keyof typeof SERVICES

/** What this machine lacks. */
export function findMissingServices(isInstalled: (name: Service) => boolean = isThere): string[] {
  return (Object.keys(SERVICES) as Service[]).filter((name) => !isInstalled(name))
}

function isThere(name: Service): boolean {
  return succeeds(SERVICES[name].test)
}

/** Whether a command of the shell succeeds. */
export function succeeds(command: string): boolean {
  return spawnSync(command, { shell: true, stdio: 'ignore' }).status === 0
}
