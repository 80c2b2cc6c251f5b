import { library } from '../../tsup.base'

export default library(
  ['index', 'cloud', 'env', 'fetch', 'koa', 'redis', 'sqlite', 'store-contract', 'ticket'],
  'es2022',
)
