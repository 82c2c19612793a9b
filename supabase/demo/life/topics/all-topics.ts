import { cables } from './cables.ts'
import { dogs, ebikes, outsideCampaigns } from './dogs-and-ebikes.ts'
import { environment } from './environment.ts'
import { infrastructure, municipal } from './facilities.ts'
import { market } from './market.ts'
import { smallAds } from './small-ads.ts'
import type { Topic } from './topic.ts'
import { townLook } from './town-look.ts'

/** A topic and the campaign it belongs to. */
export type NamedTopic = Topic & { readonly campaign: string | null }

/** Every kind of problem that occurs in the township. */
export const allTopics: readonly NamedTopic[] = [
  smallAds,
  cables,
  market,
  environment,
  townLook,
  municipal,
  infrastructure,
  dogs,
  ebikes,
  outsideCampaigns,
].flatMap(({ campaign, topics }) => topics.map((topic) => ({ ...topic, campaign })))
