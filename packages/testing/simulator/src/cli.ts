#!/usr/bin/env node
// `npx @local-number/simulator`: runs a simulator until Ctrl-C.
import { createCommand } from './cli/command'
import { run } from './cli/run'

createCommand((flags) => run(flags, process)).parseAsync()
