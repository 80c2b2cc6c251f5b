// The command that backs the store up and restores it: `node dist/store.js --help`.
import { runStoreCommand } from './store-command'

process.exitCode = runStoreCommand(process.argv.slice(2), process.env, console)
