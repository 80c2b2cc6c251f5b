import { library } from '../../tsup.base'

export default library(['index', 'cloud', 'env', 'koa', 'redis', 'sqlite', 'store-contract', 'ticket'], 'es2022')
