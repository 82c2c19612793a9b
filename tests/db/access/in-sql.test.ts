import { describe } from 'vitest'
import { describeByHand } from '../no-way-around/describe-by-hand.ts'
import { describeForgeries } from './describe-forgeries.ts'
import { describeMatrix } from './describe-matrix.ts'
import { openedOnce } from './opened.ts'
import { openSqlDoor } from './sql-door.ts'

describe('in SQL', () => {
  const opened = openedOnce(openSqlDoor)
  describeMatrix(opened)
  describeForgeries(opened)
  describeByHand(opened)
})
