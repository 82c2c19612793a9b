import type { Town } from '../town/town.ts'
import type { Chance } from './chance.ts'
import type { Hands } from './history.ts'
import { isStretch, type Site } from './ground/site.ts'
import { demoPeople, handlersByUnit } from './people.ts'
import type { Topic } from './topics/topic.ts'
import { committeeOf, demoUnits, ownerOf } from './units.ts'

/** Finds who acts on a case: its unit and the accounts of its handler, officer and reporter. */
export class Staff {
  private readonly handlers: ReadonlyMap<string, string>
  private readonly officers = new Map<string, string>()
  private readonly unitKeys: ReadonlySet<string>

  constructor(town: Town) {
    const units = demoUnits(town)
    this.unitKeys = new Set(units.map(({ key }) => key))
    const people = demoPeople(town, units)
    this.handlers = handlersByUnit(people)
    for (const { account, memberships } of people) {
      for (const { role, areaKey } of memberships) {
        if (role === 'officer') this.officers.set(areaKey, account)
      }
    }
  }

  /** The unit that has to fix it; what no committee answers for goes to urban management. */
  unitFor({ unit }: Topic, site: Site, home: string | null, chance: Chance): string {
    const key = this.wanted(unit, site, home, chance)
    return this.unitKeys.has(key) ? key : 'urban'
  }

  /** Who reports and who acts, by where the case is and how it became known. */
  handsFor(source: string, home: string | null): Hands {
    const officer = home === null ? null : (this.officers.get(home) ?? null)
    const isOfficer = officer !== null && (source === 'officer' || source === 'revisit')
    const isFromAbove = source === 'higher_level'
    return {
      reporter: isOfficer ? officer : isFromAbove ? 'planner' : 'supervisor',
      reporterRole: isOfficer ? 'officer' : isFromAbove ? 'planner' : 'supervisor',
      officer,
      handlerOf: (unitKey) => this.handlers.get(unitKey) ?? 'handler',
    }
  }

  private wanted(unit: string, site: Site, home: string | null, chance: Chance): string {
    if (unit === 'committee') return home === null ? 'urban' : committeeOf(home)
    if (unit === 'operator')
      return isStretch(site) && site.operatorKeys.length > 0 ? chance.pick(site.operatorKeys) : 'telecom'
    if (unit === 'market_owner')
      return isStretch(site) || site.placeKey === null ? 'market_office' : ownerOf(site.placeKey)
    return unit
  }
}
