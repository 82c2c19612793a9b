import { describe } from 'vitest'
import { describeByHand } from '../no-way-around/describe-by-hand.ts'
import { openApiDoor } from './api-door.ts'
import { describeForgeries } from './describe-forgeries.ts'
import { describeMatrix } from './describe-matrix.ts'
import { openedOnce } from './opened.ts'

// One server for all: starting it and signing everybody in takes longer than any of the three.
describe('through supabase-js', () => {
  const opened = openedOnce(openApiDoor)
  describeMatrix(opened)
  describeForgeries(opened)
  describeByHand(opened)
})
