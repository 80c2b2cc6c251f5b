// The demo as WeChat gets it: `node --import tsx scripts/check-weapp.ts` after `npm run build:weapp`.
import { weappComplaints } from './mini-program/weapp'

const FOLDER = 'apps/demo/dist/weapp'

const complaints = weappComplaints(FOLDER)
for (const complaint of complaints) console.error(complaint)
if (complaints.length === 0) console.log(`ok ${FOLDER}: WeChat's compilers take it, and every file is in use`)
process.exitCode = complaints.length === 0 ? 0 : 1
