// Checks a workspace's types with the native compiler, TypeScript 7: its diagnostics equal those of 5.9, which tsup still
// needs for declarations and which `npm run nightly -- types` compares it with.
// node scripts/typecheck.mjs [folder], the current folder by default
import { compile } from './native-compiler.mjs'

process.exitCode = compile('--noEmit', '--project', process.argv[2] ?? '.')
