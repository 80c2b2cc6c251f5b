// The entry that WeChat calls. Everything else is bundled into local-number.js.
const cloud = require('wx-server-sdk')
const { createMain } = require('./local-number.js')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = createMain(cloud, process.env, console)
