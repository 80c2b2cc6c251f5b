// Puts the console's build into the simulator's own, from where the admin listener serves it.
import { cpSync } from 'node:fs'

cpSync(new URL('../../console/dist', import.meta.url), new URL('../dist/console', import.meta.url), { recursive: true })
