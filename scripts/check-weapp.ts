// `npm run check:weapp`: checks the demo as WeChat receives it, after `npm run build:weapp`.
import { findWeappProblems } from './mini-program/weapp'

const FOLDER = 'apps/demo/dist/weapp'

const problems = findWeappProblems(FOLDER)
for (const problem of problems) console.error(problem)
if (problems.length === 0) console.log(`ok ${FOLDER}: WeChat's compilers accept it, and every file is used`)
process.exitCode = problems.length === 0 ? 0 : 1
