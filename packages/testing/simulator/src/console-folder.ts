// Where the console's build is: `dist/console`, relative to `src` and to `dist` alike.
import { fileURLToPath } from 'node:url'

export const CONSOLE_FOLDER = fileURLToPath(new URL('../dist/console', import.meta.url))
