import { expect, it } from 'vitest'
import { numbersIn } from '../../../../src/screens/orders/numbers-in.ts'

it.each([
  ['12, 13；15', [12, 13, 15]],
  ['12号、 １３号 12', [12, 13]],
  ['0 没有', []],
  ['', []],
])('finds the case numbers in %j', (text, nos) => {
  expect(numbersIn(text)).toEqual(nos)
})
