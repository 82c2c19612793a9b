import * as v from 'valibot'
import type { Account } from '../../domain/account.ts'
import { AREA_LEVELS } from '../../domain/area.ts'
import { ROLES } from '../../domain/role.ts'

const MembershipShape = v.object({
  id: v.number(),
  role: v.picklist(ROLES),
  areaId: v.number(),
  areaName: v.string(),
  areaNameEn: v.nullable(v.string()),
  rootId: v.number(),
  unitId: v.nullable(v.number()),
  unitName: v.nullable(v.string()),
  unitNameEn: v.nullable(v.string()),
  isLeader: v.boolean(),
  displayName: v.string(),
})

const RootShape = v.object({
  id: v.number(),
  name: v.string(),
  nameEn: v.nullable(v.string()),
  level: v.picklist(AREA_LEVELS),
  bbox: v.nullable(v.tuple([v.number(), v.number(), v.number(), v.number()])),
  timeZone: v.string(),
  wholeRoot: v.boolean(),
})

/** What `my_account()` answers. */
export const AccountShape: v.GenericSchema<unknown, Account> = v.object({
  userId: v.string(),
  email: v.string(),
  memberships: v.array(MembershipShape),
  roots: v.array(RootShape),
})
