module.exports = require('../../jest.base.cjs').nodeWorkspace(__dirname)
