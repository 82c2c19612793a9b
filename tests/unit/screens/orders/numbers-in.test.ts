import { expect, it } from 'vitest'
import { isNumbers, numbersIn } from '../../../../src/screens/orders/numbers-in.ts'

it.each([
  ['12, 13；15', [12, 13, 15]],
  ['12号、 １３号 12', [12, 13]],
  ['0 没有', []],
  ['', []],
])('finds the case numbers in %j', (text, nos) => {
  expect(numbersIn(text)).toEqual(nos)
})

it.each([
  ['12, 13；15', true],
  ['１３号、14', true],
  ['河堤路 12 号', false],
  ['垃圾', false],
  ['， ', false],
])('takes %j for numbers: %s', (text, expected) => {
  expect(isNumbers(text)).toBe(expected)
})
