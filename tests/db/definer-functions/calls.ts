import type { Dispatch } from '../support/dispatch.ts'

/** What a call needs to name of the township it has no business in. */
export type Target = Dispatch & {
  hotspot: { id: string; no: number }
  /** An issued order about it. */
  order: string
  campaign: number
  measure: number
  category: number
}

type Gives = unknown
/** A call on somebody else's township, and what it may give to a stranger (of another township) and to a person without any role. */
export type Call = { sql: (target: Target) => [sql: string, ...parameters: unknown[]]; stranger: Gives; nobody: Gives }

/** A function that cannot be called by anybody who comes through the API. */
export const SHUT = 'shut'

const refused = 'PT403 not_allowed'

/**
 * Every function that runs as its owner, by its signature. Those that are `SHUT` have no grant; the others are called on the
 * township by people who have no business there, and give nothing of it. Values may depend on the target.
 */
export const DEFINER_FUNCTIONS: Record<string, Call | typeof SHUT> = {
  'private.acting_role(bigint,bigint,text[])': SHUT,
  'private.addressed_order_ids()': {
    sql: () => ['select private.addressed_order_ids() as gives'],
    stranger: [],
    nobody: [],
  },
  'private.advance_hotspot(uuid,text,integer,jsonb)': {
    sql: ({ hotspot }) => [`select private.advance_hotspot($1, 'accept', 1, '{}') as gives`, hotspot.id],
    stranger: 'PT403 not_found',
    nobody: 'PT403 not_found',
  },
  'private.ancestor_area_ids()': {
    sql: () => ['select private.ancestor_area_ids() as gives'],
    stranger: ({ foreign }: Target) => [foreign.root],
    nobody: [],
  },
  'private.area_at(bigint,double precision,double precision)': SHUT,
  'private.broadcast_hotspots()': SHUT,
  'private.campaign_root(bigint)': {
    sql: ({ campaign }) => ['select private.campaign_root($1) as gives', campaign],
    stranger: null,
    nobody: null,
  },
  'private.check_campaign_category()': SHUT,
  'private.check_category_parent()': SHUT,
  'private.check_category_route()': SHUT,
  'private.check_lead_unit()': SHUT,
  'private.check_limit_category()': SHUT,
  'private.check_root()': SHUT,
  'private.check_target_shares_root()': SHUT,
  'private.check_unit_and_area_share_root()': SHUT,
  'private.count_hotspots()': SHUT,
  'private.create_root_area(text,text,text,text)': {
    // Whoever plans somewhere may begin a tree of its own: that is nobody else's.
    sql: () => [`select jsonb_typeof(private.create_root_area('新区', null, 'county', null) -> 'id') as gives`],
    stranger: 'number',
    nobody: refused,
  },
  'private.empty_counters()': SHUT,
  'private.full_root_ids()': {
    sql: () => ['select private.full_root_ids() as gives'],
    stranger: ({ foreign }: Target) => [foreign.root],
    nobody: [],
  },
  'private.give_up_area()': SHUT,
  'private.has_role_in_root(bigint,text[])': {
    sql: ({ township }) => [
      `select private.has_role_in_root($1, '{admin,planner,supervisor,handler,officer,viewer}') as gives`,
      township.root,
    ],
    stranger: false,
    nobody: false,
  },
  'private.hotspot_json(uuid)': SHUT,
  'private.import_areas(text,bigint,text,jsonb,boolean)': {
    sql: ({ township }) => [`select private.import_areas('x', $1, 'village', '[]', false) as gives`, township.root],
    stranger: refused,
    nobody: refused,
  },
  'private.import_categories(bigint,text,jsonb)': {
    sql: ({ township }) => [`select private.import_categories($1, 'x', '[{"code": "1"}]') as gives`, township.root],
    stranger: refused,
    nobody: refused,
  },
  'private.import_hotspots(bigint,text,jsonb,boolean)': {
    sql: ({ township }) => [`select private.import_hotspots($1, 'x', '[]', true) as gives`, township.root],
    stranger: refused,
    nobody: refused,
  },
  'private.is_root(bigint)': SHUT,
  'private.is_visible(hotspots)': SHUT,
  'private.may(bigint,text[])': {
    sql: ({ township }) => [
      `select private.may($1, '{admin,planner,supervisor,handler,officer,viewer}') as gives`,
      township.west,
    ],
    stranger: false,
    nobody: false,
  },
  'private.may_appoint(bigint,bigint)': {
    sql: ({ township, units }) => ['select private.may_appoint($1, $2) as gives', township.root, units.cleaners],
    stranger: false,
    nobody: false,
  },
  'private.may_hear(text)': {
    sql: ({ township }) => [`select private.may_hear('area:' || $1::text) as gives`, township.root],
    stranger: false,
    nobody: false,
  },
  'private.may_in(bigint,bigint,text[])': {
    sql: ({ township }) => [
      `select private.may_in($1, null, '{admin,planner,supervisor,handler,officer,viewer}') as gives`,
      township.root,
    ],
    stranger: false,
    nobody: false,
  },
  'private.may_upload_photo(text)': {
    sql: ({ township, hotspot }) => [
      'select private.may_upload_photo($1) as gives',
      `${township.root}/${hotspot.id}/00000000-0000-4000-8000-000000000001.jpg`,
    ],
    stranger: false,
    nobody: false,
  },
  'private.measure_boundary()': SHUT,
  'private.measure_root(bigint)': {
    sql: ({ measure }) => ['select private.measure_root($1) as gives', measure],
    stranger: null,
    nobody: null,
  },
  'private.offered_steps(uuid)': {
    sql: ({ hotspot }) => ['select private.offered_steps($1) as gives', hotspot.id],
    stranger: [],
    nobody: [],
  },
  'private.part_area_ids()': { sql: () => ['select private.part_area_ids() as gives'], stranger: [], nobody: [] },
  'private.place_area_in_tree()': SHUT,
  'private.place_in_area()': SHUT,
  'private.propose_units_again()': SHUT,
  'private.reassign_areas(bigint,integer)': {
    sql: ({ township }) => ['select private.reassign_areas($1, 10) as gives', township.root],
    stranger: refused,
    nobody: refused,
  },
  'private.reassign_places()': SHUT,
  'private.report_hotspot(uuid,jsonb)': SHUT,
  'private.root_ids()': {
    sql: () => ['select private.root_ids() as gives'],
    stranger: ({ foreign }: Target) => [foreign.root],
    nobody: [],
  },
  'private.route_for(bigint,bigint,bigint)': SHUT,
  'private.setting(bigint,text)': {
    sql: ({ township }) => [`select private.setting($1, 'time_zone') as gives`, township.root],
    stranger: null,
    nobody: null,
  },
  'private.step_refusal(hotspots,text)': SHUT,
  'private.subtree_ids(bigint,bigint)': {
    sql: ({ township }) => ['select private.subtree_ids($1, $1) as gives', township.root],
    stranger: [-1],
    nobody: [-1],
  },
  'private.time_zone(bigint)': {
    // The township's own is another one.
    sql: ({ township }) => ['select private.time_zone($1) as gives', township.root],
    stranger: 'Asia/Shanghai',
    nobody: 'Asia/Shanghai',
  },
  'private.unit_ids()': {
    sql: () => ['select private.unit_ids() as gives'],
    stranger: ({ foreign }: Target) => [foreign.unit],
    nobody: [],
  },
  'private.visible_hotspot_json(uuid)': {
    sql: ({ hotspot }) => ['select private.visible_hotspot_json($1) as gives', hotspot.id],
    stranger: null,
    nobody: null,
  },
  'private.who_answers(bigint,double precision,double precision,bigint,bigint)': {
    sql: ({ township }) => ['select private.who_answers($1, 117.92, 30.95, null, null) as gives', township.root],
    stranger: 'PT403 outside_scope',
    nobody: 'PT403 outside_scope',
  },
  'private.see_notices(bigint)': {
    sql: ({ township }) => [`select private.see_notices($1) as gives`, township.root],
    stranger: refused,
    nobody: refused,
  },
  'private.save_order(uuid,integer,jsonb)': {
    sql: ({ township }) => [
      `select private.save_order(gen_random_uuid(), null, $1) as gives`,
      { areaId: township.root, kind: 'bulletin', title: 'x' },
    ],
    stranger: refused,
    nobody: refused,
  },
  'private.discard_order(uuid,integer)': {
    sql: ({ order }) => [`select private.discard_order($1, 1) as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'private.issue_order(uuid,integer)': {
    sql: ({ order }) => [`select private.issue_order($1, 1) as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'private.log_oral_order(uuid,jsonb)': {
    sql: ({ township }) => [
      `select private.log_oral_order(gen_random_uuid(), $1) as gives`,
      { areaId: township.root, kind: 'bulletin', title: 'x', toldTo: 'x', toldBy: 'x', toldAt: '2026-03-01T00:00:00Z' },
    ],
    stranger: refused,
    nobody: refused,
  },
  'private.withdraw_order(uuid,text)': {
    sql: ({ order }) => [`select private.withdraw_order($1, 'x') as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'private.order_detail(uuid)': {
    sql: ({ order }) => [`select private.order_detail($1) as gives`, order],
    stranger: null,
    nobody: null,
  },
  'private.order_deadlines(bigint,integer[])': {
    sql: ({ township }) => [`select private.order_deadlines($1, '{1}') as gives`, township.root],
    stranger: [],
    nobody: [],
  },
  'private.answer_order(uuid,text,boolean)': {
    sql: ({ order }) => [`select private.answer_order($1, 'x', true) as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'private.area_ids_as(text[])': {
    sql: () => [`select private.area_ids_as('{admin}') as gives`],
    stranger: ({ foreign }: Target) => [foreign.root],
    nobody: [],
  },
}

const NO_ORDERS = { all: 0, drafts: 0, issued: 0, to_receive: 0, to_reply: 0, overdue: 0, withdrawn: 0 }
const NO_FEATURES = { type: 'FeatureCollection', features: [] }
const NO_POINTS = { kind: 'points', no: [], x: [], y: [], state: [], category: [], urgent: [], due: [] }

/** Every function of the API, called on the township by the same people. */
export const API_FUNCTIONS: Record<string, Call> = {
  'advance_hotspot(uuid,text,integer,jsonb)': {
    sql: ({ township, category }) => [
      `select public.advance_hotspot(gen_random_uuid(), 'report', null, $1) as gives`,
      { root: township.root, categoryId: category, lng: township.at.west[0], lat: township.at.west[1] },
    ],
    stranger: refused,
    nobody: refused,
  },
  'advance_hotspots(jsonb)': {
    sql: ({ hotspot }) => [
      `select public.advance_hotspots($1) -> 0 -> 'code' as gives`,
      JSON.stringify([{ id: hotspot.id, step: 'accept', version: 1, input: {} }]),
    ],
    stranger: 'not_found',
    nobody: 'not_found',
  },
  'area_features(bigint)': {
    sql: ({ township }) => ['select public.area_features($1) as gives', township.root],
    stranger: NO_FEATURES,
    nobody: NO_FEATURES,
  },
  'case_counts(jsonb)': {
    sql: ({ township }) => [
      `select sum(value::bigint)::int as gives from jsonb_each_text(public.case_counts($1))`,
      { root: township.root },
    ],
    stranger: 0,
    nobody: 0,
  },
  'case_page(jsonb,text,boolean,jsonb,integer)': {
    sql: ({ township }) => ['select public.case_page($1) as gives', { root: township.root }],
    stranger: { rows: [], next: null },
    nobody: { rows: [], next: null },
  },
  'create_root_area(text,text,text,text)': {
    sql: () => [`select jsonb_typeof(public.create_root_area('新区', null, 'county', null) -> 'id') as gives`],
    stranger: 'number',
    nobody: refused,
  },
  'hotspot_counts(jsonb)': {
    sql: ({ township }) => ['select public.hotspot_counts($1) as gives', { root: township.root }],
    stranger: { scale: 1, states: {} },
    nobody: { scale: 1, states: {} },
  },
  'hotspot_detail(bigint)': {
    sql: ({ hotspot }) => ['select max(d::text) as gives from public.hotspot_detail($1) d', hotspot.no],
    stranger: null,
    nobody: null,
  },
  'hotspot_tile(integer,integer,integer,jsonb)': {
    sql: ({ township }) => ['select public.hotspot_tile(0, 0, 0, $1) as gives', { root: township.root }],
    stranger: NO_POINTS,
    nobody: NO_POINTS,
  },
  'hotspots_in_tile(integer,integer,integer,jsonb,bigint,integer)': {
    sql: ({ township }) => ['select public.hotspots_in_tile(0, 0, 0, $1) as gives', { root: township.root }],
    stranger: { rows: [], next: null },
    nobody: { rows: [], next: null },
  },
  'hotspots_in_view(double precision[],jsonb,bigint,integer)': {
    sql: ({ township }) => [
      `select public.hotspots_in_view('{-180,-85,180,85}', $1) as gives`,
      { root: township.root },
    ],
    stranger: { rows: [], next: null },
    nobody: { rows: [], next: null },
  },
  'hotspots_near(bigint,double precision,double precision,double precision)': {
    sql: ({ township }) => ['select public.hotspots_near($1, 117.92, 30.95, 500) as gives', township.root],
    stranger: { radiusM: 500, rows: [] },
    nobody: { radiusM: 500, rows: [] },
  },
  'import_areas(text,bigint,text,jsonb,boolean)': {
    sql: ({ township }) => [`select public.import_areas('x', $1, 'grid', '[]', true) as gives`, township.west],
    stranger: refused,
    nobody: refused,
  },
  'import_categories(bigint,text,jsonb)': {
    sql: ({ township }) => [`select public.import_categories($1, 'x', '[]') as gives`, township.root],
    stranger: refused,
    nobody: refused,
  },
  'import_hotspots(bigint,text,jsonb,boolean)': {
    sql: ({ township }) => [`select public.import_hotspots($1, 'x', '[]') as gives`, township.root],
    stranger: refused,
    nobody: refused,
  },
  'my_account()': {
    sql: ({ township }) => [
      `select jsonb_path_exists(public.my_account(), '$.** ? (@ == $root)', jsonb_build_object('root', $1::bigint)) as gives`,
      township.root,
    ],
    stranger: false,
    nobody: false,
  },
  'my_notices(bigint)': {
    sql: ({ township }) => ['select public.my_notices($1) as gives', township.root],
    stranger: { seenAt: null, groups: [] },
    nobody: { seenAt: null, groups: [] },
  },
  'overdue_count(jsonb)': {
    sql: ({ township }) => ['select public.overdue_count($1) as gives', { root: township.root }],
    stranger: { n: 0, isMore: false },
    nobody: { n: 0, isMore: false },
  },
  'nearby_open_cases(bigint,double precision,double precision,bigint,double precision)': {
    sql: ({ township }) => ['select public.nearby_open_cases($1, 117.92, 30.95, null, 500) as gives', township.root],
    stranger: [],
    nobody: [],
  },
  'place_features(bigint)': {
    sql: ({ township }) => ['select public.place_features($1) as gives', township.root],
    stranger: NO_FEATURES,
    nobody: NO_FEATURES,
  },
  'progress_by_area(bigint,bigint)': {
    sql: ({ township }) => ['select public.progress_by_area($1) as gives', township.root],
    stranger: 'PT403 not_found',
    nobody: 'PT403 not_found',
  },
  'reassign_areas(bigint,integer)': {
    sql: ({ township }) => ['select public.reassign_areas($1) as gives', township.root],
    stranger: refused,
    nobody: refused,
  },
  'relapse_by_area(bigint,bigint)': {
    sql: ({ township }) => ['select public.relapse_by_area($1) as gives', township.root],
    stranger: 'PT403 not_found',
    nobody: 'PT403 not_found',
  },
  'search_hotspots(bigint,text,integer)': {
    sql: ({ township, hotspot }) => [
      'select public.search_hotspots($1, $2) as gives',
      township.root,
      String(hotspot.no),
    ],
    stranger: { rows: [], searched: 0, total: 0 },
    nobody: { rows: [], searched: 0, total: 0 },
  },
  'see_notices(bigint)': {
    sql: ({ township }) => ['select public.see_notices($1) as gives', township.root],
    stranger: refused,
    nobody: refused,
  },
  'steps_in_common(bigint[])': {
    sql: ({ hotspot }) => ['select public.steps_in_common(array[$1::bigint]) as gives', hotspot.no],
    stranger: [],
    nobody: [],
  },
  'who_answers(bigint,double precision,double precision,bigint,bigint)': {
    sql: ({ township }) => ['select public.who_answers($1, 117.92, 30.95) as gives', township.root],
    stranger: 'PT403 outside_scope',
    nobody: 'PT403 outside_scope',
  },
  'work_calendar_years(bigint)': {
    sql: ({ township }) => ['select public.work_calendar_years($1) as gives', township.root],
    stranger: [],
    nobody: [],
  },
  'replay_chunk(jsonb,jsonb,bigint,bigint,integer,boolean)': {
    sql: ({ township }) => [
      `select public.replay_chunk($1, '[]', 0, 4503599627370496, 10) -> 'rows' as gives`,
      { root: township.root },
    ],
    stranger: 0,
    nobody: 0,
  },
  'replay_chunks(jsonb,jsonb,integer)': {
    // Where the cuts are tells where hotspots are: one row in each chunk, so that any would show.
    sql: ({ township }) => [
      `select public.replay_chunks($1, '[[0, 4503599627370496]]', 64) as gives`,
      { root: township.root },
    ],
    stranger: [[0, 4503599627370496]],
    nobody: [[0, 4503599627370496]],
  },
  'save_order(uuid,integer,jsonb)': {
    sql: ({ township }) => [
      `select public.save_order(gen_random_uuid(), null, $1) as gives`,
      { areaId: township.root, kind: 'bulletin', title: 'x' },
    ],
    stranger: refused,
    nobody: refused,
  },
  'discard_order(uuid,integer)': {
    sql: ({ order }) => [`select public.discard_order($1, 1) as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'issue_order(uuid,integer)': {
    sql: ({ order }) => [`select public.issue_order($1, 1) as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'log_oral_order(uuid,jsonb)': {
    sql: ({ township }) => [
      `select public.log_oral_order(gen_random_uuid(), $1) as gives`,
      { areaId: township.root, kind: 'bulletin', title: 'x', toldTo: 'x', toldBy: 'x', toldAt: '2026-03-01T00:00:00Z' },
    ],
    stranger: refused,
    nobody: refused,
  },
  'withdraw_order(uuid,text)': {
    sql: ({ order }) => [`select public.withdraw_order($1, 'x') as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'order_detail(uuid)': {
    sql: ({ order }) => [`select public.order_detail($1) as gives`, order],
    stranger: null,
    nobody: null,
  },
  'order_deadlines(bigint,integer[])': {
    sql: ({ township }) => [`select public.order_deadlines($1, '{1}') as gives`, township.root],
    stranger: [],
    nobody: [],
  },
  'receive_order(uuid)': {
    sql: ({ order }) => [`select public.receive_order($1) as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'reply_order(uuid,text)': {
    sql: ({ order }) => [`select public.reply_order($1, 'x') as gives`, order],
    stranger: 'PT403 order_not_found',
    nobody: 'PT403 order_not_found',
  },
  'order_list(jsonb,jsonb,integer)': {
    sql: ({ township }) => [`select public.order_list($1) as gives`, { root: township.root }],
    stranger: { rows: [], next: null },
    nobody: { rows: [], next: null },
  },
  'order_counts(bigint)': {
    sql: ({ township }) => [`select public.order_counts($1) as gives`, township.root],
    stranger: NO_ORDERS,
    nobody: NO_ORDERS,
  },
}
