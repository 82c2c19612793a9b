import { daysAfter, firstOfMonth } from './calendar.ts'

/** A phase of a campaign, days `YYYY-MM-DD`, both included. */
export interface DemoPhase {
  readonly name: string
  readonly nameEn: string
  readonly startsOn: string
  readonly endsOn: string
}

/** When a campaign of the township runs and who leads it. */
export interface DemoCampaign {
  /** As in the catalogue that every township starts with. */
  readonly slug: string
  readonly leadUnitKey: string
  readonly startsOn: string
  readonly endsOn: string
  readonly phases: readonly DemoPhase[]
}

/** The nine campaigns as they stand on a day: most amid the intensive phase, dogs about to end, e-bikes just begun. */
export function demoCampaigns(today: string): DemoCampaign[] {
  const yearly = (slug: string, leadUnitKey: string, months = 9) => {
    const startsOn = firstOfMonth(today, -5)
    return campaign(slug, leadUnitKey, startsOn, daysAfter(firstOfMonth(today, months - 5), -1), 30, 60)
  }
  return [
    yearly('market', 'market_office'),
    yearly('cable', 'telecom'),
    yearly('small_ads', 'urban'),
    yearly('environment', 'urban'),
    yearly('town_look', 'urban'),
    yearly('infrastructure', 'works', 10),
    yearly('municipal', 'works', 10),
    campaign('dogs', 'order', daysAfter(today, -174), daysAfter(today, 9), 20, 40),
    campaign('ebikes', 'urban', daysAfter(today, -8), daysAfter(today, 172), 30, 45),
  ]
}

function campaign(
  slug: string,
  leadUnitKey: string,
  startsOn: string,
  endsOn: string,
  preparationDays: number,
  pushDays: number,
): DemoCampaign {
  const workOn = daysAfter(startsOn, preparationDays)
  const pushOn = daysAfter(endsOn, 1 - pushDays)
  return {
    slug,
    leadUnitKey,
    startsOn,
    endsOn,
    phases: [
      { name: '准备', nameEn: 'Preparation', startsOn, endsOn: daysAfter(workOn, -1) },
      { name: '集中整治', nameEn: 'Intensive work', startsOn: workOn, endsOn: daysAfter(pushOn, -1) },
      { name: '总结冲刺', nameEn: 'Final push', startsOn: pushOn, endsOn },
    ],
  }
}
