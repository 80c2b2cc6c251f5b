import { library } from '../../tsup.base'

export default library(['index', 'miniprogram', 'h5', 'vendor'], 'es2018')
