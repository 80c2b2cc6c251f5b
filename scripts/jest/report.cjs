// A jest reporter that writes how many tests passed and failed. jest's own --json gives up on failures whose details hold
// a DOM node, which is when the numbers matter.
const { mkdirSync, writeFileSync } = require('node:fs')
const { dirname } = require('node:path')

module.exports = class CountsReporter {
  constructor(_config, { file }) {
    this.file = file
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    mkdirSync(dirname(this.file), { recursive: true })
    const failed = numFailedTests + numRuntimeErrorTestSuites
    writeFileSync(this.file, JSON.stringify({ passed: numPassedTests, failed }))
  }
}
