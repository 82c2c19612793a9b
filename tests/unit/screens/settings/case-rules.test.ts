import { describe, expect, it } from 'vitest'
import { asStored, caseRules, changedRules, ruleProblems } from '../../../../src/screens/settings/rules/case-rules.ts'

describe('the rules of a township', () => {
  const unset = caseRules(new Map())

  it('are as the database takes them where nothing is set', () => {
    expect(unset).toEqual({
      verifyOtherArea: false,
      hasTimeOfDay: false,
      timeOfDayMinutes: '60',
      photoRequired: true,
      revisitDays: [7, 30, 90],
      relapseRadiusM: '30',
      relapseDays: '180',
      dueSoonHours: '24',
    })
  })

  it('are what is set', () => {
    const stored = new Map<string, unknown>([
      ['photo_required', false],
      ['verify_other_area', true],
      ['verify_same_time_of_day', 90],
      ['revisit_days', []],
      ['relapse_radius_m', 50],
    ])
    expect(caseRules(stored)).toMatchObject({
      photoRequired: false,
      verifyOtherArea: true,
      hasTimeOfDay: true,
      timeOfDayMinutes: '90',
      revisitDays: [],
      relapseRadiusM: '50',
    })
  })

  it('are written only where they changed', () => {
    expect(changedRules(unset, unset)).toEqual([])
    expect(changedRules(unset, { ...unset, relapseDays: '0180' })).toEqual([])
    expect(changedRules(unset, { ...unset, hasTimeOfDay: true, revisitDays: [7] })).toEqual([
      ['verify_same_time_of_day', 60],
      ['revisit_days', [7]],
    ])
    const on = { ...unset, hasTimeOfDay: true }
    expect(changedRules(on, unset)).toEqual([['verify_same_time_of_day', null]])
  })

  it('are read again as they were saved', () => {
    expect(asStored({ ...unset, relapseDays: '0180', timeOfDayMinutes: 'x', revisitDays: [] })).toEqual({
      ...unset,
      revisitDays: [],
    })
    expect(asStored({ ...unset, hasTimeOfDay: true, timeOfDayMinutes: '90' })).toMatchObject({ timeOfDayMinutes: '90' })
  })

  it('have a problem in numbers that the database would refuse', () => {
    expect(ruleProblems(unset)).toEqual([])
    expect(ruleProblems({ ...unset, relapseRadiusM: '1001', relapseDays: '', dueSoonHours: '1.5' })).toEqual([
      'relapseRadiusM',
      'relapseDays',
      'dueSoonHours',
    ])
  })

  it('do not ask for minutes that nobody wants', () => {
    expect(ruleProblems({ ...unset, timeOfDayMinutes: '721' })).toEqual([])
    expect(ruleProblems({ ...unset, hasTimeOfDay: true, timeOfDayMinutes: '721' })).toEqual(['timeOfDayMinutes'])
  })
})
