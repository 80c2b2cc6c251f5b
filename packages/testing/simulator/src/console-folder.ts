// Where the console's build is: `dist/console`, seen from `src` and from `dist` alike.
import { fileURLToPath } from 'node:url'

export const CONSOLE_FOLDER = fileURLToPath(new URL('../dist/console', import.meta.url))
