// The check with PyJWT that the backend guide prints, run as printed.
import { describeCheck } from '../../ticket-checks/describe-check'

describeCheck('check_ticket.py')
