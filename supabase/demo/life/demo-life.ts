import type { Town } from '../town/town.ts'
import { demoCampaigns, type DemoCampaign } from './campaigns.ts'
import { campaignTargets, type DemoTarget } from './campaign-targets.ts'
import { demoHotspots } from './demo-hotspots.ts'
import type { DemoHotspot } from './demo-hotspot.ts'
import type { DemoOptions } from './demo-options.ts'
import { demoPeople, type DemoPerson } from './people.ts'
import { demoRoutes, type DemoRoute } from './routes.ts'
import { demoUnits, type DemoUnit } from './units.ts'

/** Everything that lives in the invented township. */
export interface DemoLife {
  readonly units: readonly DemoUnit[]
  readonly people: readonly DemoPerson[]
  readonly campaigns: readonly DemoCampaign[]
  readonly targets: readonly DemoTarget[]
  readonly routes: readonly DemoRoute[]
  /** How many cases there are. */
  readonly count: number
  /** The cases in order of report, made one by one as they are asked for. */
  readonly hotspots: () => Generator<DemoHotspot, void, undefined>
}

/** The life of a town: the same town and options give the same life. */
export function demoLife(town: Town, options: DemoOptions): DemoLife {
  const units = demoUnits(town)
  return {
    units,
    people: demoPeople(town, units),
    campaigns: demoCampaigns(options.today),
    targets: campaignTargets(town, options),
    routes: demoRoutes(town),
    count: options.hotspots,
    hotspots: () => demoHotspots(town, options),
  }
}
