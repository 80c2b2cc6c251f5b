#!/usr/bin/env node
// `npx @local-number/simulator`: the carrier on your desk, until Ctrl-C.
import { command } from './cli/command'
import { run } from './cli/run'

command((flags) => run(flags, process)).parseAsync()
