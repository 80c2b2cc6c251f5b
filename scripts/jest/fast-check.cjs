// How often each property is tried: fast-check's own default, or what the nightly run asks for. Most test files have no
// property, and loading fast-check costs each of them time.
const { FC_NUM_RUNS } = process.env

if (FC_NUM_RUNS) require('fast-check').configureGlobal({ numRuns: Number(FC_NUM_RUNS) })
