// How often each property is tried: fast-check's own default, or what the nightly run asks for.
const fc = require('fast-check')

if (process.env.FC_NUM_RUNS) fc.configureGlobal({ numRuns: Number(process.env.FC_NUM_RUNS) })
