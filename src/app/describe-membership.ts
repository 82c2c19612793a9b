import type { Membership } from '../domain/account.ts'
import type { Role } from '../domain/role.ts'

type Translate = (key: `role.name.${Role}` | 'role.of' | 'role.leader', values?: Record<string, string>) => string
type NameOf = (named: { name: string; nameEn: string | null }) => string

/** A membership in words: "示例镇督查员", "Handler, Roads office". */
export function describeMembership(membership: Membership, t: Translate, nameOf: NameOf): string {
  const place = membership.unitName
    ? nameOf({ name: membership.unitName, nameEn: membership.unitNameEn })
    : nameOf({ name: membership.areaName, nameEn: membership.areaNameEn })
  const title = membership.isLeader ? t('role.leader') : t(`role.name.${membership.role}`)
  return t('role.of', { place, role: title })
}
