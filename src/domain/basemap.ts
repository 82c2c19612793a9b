/** What stands on every kind of basemap: whose it is, and the number under which its map was approved (审图号). */
export interface BasemapCredit {
  attribution?: string
  approvalNumber?: string
}

/** 天地图 as a drawn map or as pictures from above. */
export type TiandituLayer = 'vec' | 'img'

/** The basemap that a township has chosen, as its setting `basemap` holds it. */
export type Basemap = BasemapCredit &
  (
    | { kind: 'demo' }
    /** An archive in the Protomaps schema, painted by us; `flavor` holds it to one theme. */
    | { kind: 'pmtiles'; url: string; flavor?: 'light' | 'dark' }
    | { kind: 'tianditu'; layer: TiandituLayer; token: string }
    /** Any MapLibre style. */
    | { kind: 'style'; url: string }
    /** Plain paper. */
    | { kind: 'none' }
  )

/** Why a setting is not drawn: it says nothing that can be read, or its coordinates are shifted. */
export const BASEMAP_PROBLEMS = ['unreadable', 'shifted'] as const
export type BasemapProblem = (typeof BASEMAP_PROBLEMS)[number]

/** What a viewer may choose: the township's own, one of the two 天地图, or paper. */
export const BASEMAP_CHOICES = ['own', 'vec', 'img', 'none'] as const
export type BasemapChoice = (typeof BASEMAP_CHOICES)[number]

/** The choices that a township's setting offers, the setting's own first. */
export function basemapChoices(setting: Basemap): BasemapChoice[] {
  if (setting.kind === 'none') return ['none']
  if (setting.kind === 'tianditu') return setting.layer === 'vec' ? ['vec', 'img', 'none'] : ['img', 'vec', 'none']
  return ['own', 'none']
}

/** The choice in force: what the viewer wants where the setting offers it, else the setting's own. */
export function choiceInForce(setting: Basemap, wanted: string): BasemapChoice {
  const choices = basemapChoices(setting)
  return choices.find((each) => each === wanted) ?? choices[0] ?? 'none'
}

/** The basemap that a choice means. */
export function chosenBasemap(setting: Basemap, choice: BasemapChoice): Basemap {
  if (choice === 'none') return { kind: 'none' }
  if (setting.kind === 'tianditu' && choice !== 'own') return { ...setting, layer: choice }
  return setting
}
