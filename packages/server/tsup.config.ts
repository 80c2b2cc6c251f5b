import { library } from '../../tsup.base'

export default library(['index', 'cloud', 'env', 'koa', 'ticket'], 'es2022')
