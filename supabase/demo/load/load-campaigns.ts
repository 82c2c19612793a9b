import type { DemoLife } from '../life/demo-life.ts'
import { valueOf, type Keys } from './keys.ts'
import type { Run } from './run.ts'

/** Codes that propose a campaign for a new case. */
const CODES: Record<string, string> = {
  market: '09020,06011,market-scale,market-poultry,smoking-sign,smoking-indoor',
  cable: '06008,10002,cable-loose,cable-tangled,cable-coil,cable-dead,cable-low,cable-pole,cable-box',
  small_ads: '07001,07002,ad-stamp,ad-sticker',
  environment:
    '06001,06007,06010,06025,06036,06038,06045,09009,09012,disorder-building,disorder-piling,disorder-hanging,disorder-posting,disorder-parking,disorder-growing',
  town_look: '06004,06012,06014,06042,06043,07003,07006,09001,09005,09006',
  infrastructure: '06041,06052,07008',
  municipal: '06013,06016,06049,06050,06051',
  dogs: 'dog-leash,dog-waste,dog-place,dog-unregistered,dog-noise,dog-stray',
  ebikes: '09010,ebike-charging,ebike-parking,ebike-stairwell',
}

/** Dates, phases, categories and targets of the nine campaigns that the root has from the catalogue. Gives campaign numbers by slug. */
export async function loadCampaigns(
  run: Run,
  { campaigns, targets }: Pick<DemoLife, 'campaigns' | 'targets'>,
  root: number,
  areas: Keys['areas'],
  units: Keys['units'],
): Promise<Map<string, number>> {
  const dated = campaigns.map(({ slug, leadUnitKey, startsOn, endsOn, phases }) => ({
    slug,
    unit: valueOf(units, leadUnitKey, 'unit').id,
    startsOn,
    endsOn,
    phases,
    codes: CODES[slug]?.split(',') ?? [],
  }))
  const made = await run<{ slug: string; id: number }>(
    `update public.campaigns c set lead_unit_id = d.unit, starts_on = d."startsOn", ends_on = d."endsOn"
     from jsonb_to_recordset($2::jsonb) as d (slug text, unit bigint, "startsOn" date, "endsOn" date)
     where c.root_id = $1::bigint and c.slug = d.slug returning c.slug, c.id::int as id`,
    [root, JSON.stringify(dated)],
  )
  await run(
    `insert into public.campaign_phases (campaign_id, position, name, name_en, starts_on, ends_on)
     select c.id, p.position, p.phase ->> 'name', p.phase ->> 'nameEn', (p.phase ->> 'startsOn')::date, (p.phase ->> 'endsOn')::date
     from jsonb_to_recordset($2::jsonb) as d (slug text, phases jsonb)
     join public.campaigns c on c.root_id = $1::bigint and c.slug = d.slug
     cross join lateral jsonb_array_elements(d.phases) with ordinality as p (phase, position)`,
    [root, JSON.stringify(dated)],
  )
  await run(
    `insert into public.campaign_categories (campaign_id, category_id)
     select c.id, k.id
     from jsonb_to_recordset($2::jsonb) as d (slug text, codes jsonb)
     join public.campaigns c on c.root_id = $1::bigint and c.slug = d.slug
     cross join lateral jsonb_array_elements_text(d.codes) as j (code)
     join public.categories k on k.root_id is null and k.kind = 'event' and k.code_system in ('gbt47678.5-2026', 'local') and k.code = j.code`,
    [root, JSON.stringify(dated)],
  )
  const rows = targets.map(({ campaign, areaKey, baseline, target }) => ({
    campaign,
    baseline,
    target,
    area: valueOf(areas, areaKey, 'area'),
  }))
  await run(
    `insert into public.campaign_targets (measure_id, area_id, baseline, target)
     select m.id, t.area, t.baseline, t.target
     from jsonb_to_recordset($2::jsonb) as t (campaign text, area bigint, baseline numeric, target numeric)
     join public.campaigns c on c.root_id = $1::bigint and c.slug = t.campaign
     join public.campaign_measures m on m.campaign_id = c.id and m.is_headline`,
    [root, JSON.stringify(rows)],
  )
  return new Map(made.map(({ slug, id }) => [slug, id]))
}
