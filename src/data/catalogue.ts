import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { readPages } from './read-pages.ts'
import { CampaignShape, CategoryShape, UnitShape, type Campaign, type Category, type Unit } from './shapes/catalogue.ts'

/** The campaigns of a root in the order of their making; throws an `Outage`. */
export function fetchCampaigns(client: DataClient, rootId: number): Promise<Result<Campaign[], Refusal>> {
  return readPages(CampaignShape, (from, to) =>
    client
      .from('campaigns')
      .select('id, name, nameEn:name_en, slug, startsOn:starts_on, endsOn:ends_on')
      .eq('root_id', rootId)
      .order('id')
      .range(from, to),
  )
}

/** The shipped categories and those of a root, by code system and code; throws an `Outage`. */
export function fetchCategories(client: DataClient, rootId: number): Promise<Result<Category[], Refusal>> {
  return readPages(CategoryShape, (from, to) =>
    client
      .from('categories')
      .select(
        'id, name, nameEn:name_en, rootId:root_id, codeSystem:code_system, code, groupCode:group_code, groupName:group_name, groupNameEn:group_name_en, urgent',
      )
      .or(`root_id.is.null,root_id.eq.${rootId}`)
      .order('code_system')
      .order('code')
      .order('id')
      .range(from, to),
  )
}

/** The responsible units of a root; throws an `Outage`. */
export function fetchUnits(client: DataClient, rootId: number): Promise<Result<Unit[], Refusal>> {
  return readPages(UnitShape, (from, to) =>
    client.from('units').select('id, name, nameEn:name_en').eq('root_id', rootId).order('id').range(from, to),
  )
}
