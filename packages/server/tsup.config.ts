import { library } from '../../tsup.base'

export default library(
  ['index', 'cloud', 'env', 'express', 'fetch', 'koa', 'redis', 'sms', 'sqlite', 'store-contract', 'ticket'],
  'es2022',
)
