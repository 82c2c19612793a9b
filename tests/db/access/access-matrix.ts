/**
 * Who may do what with every table: the intention, written by hand. `select` says which rows are seen, the other verbs who
 * may write (`yes`) and who may not (`-`). The rows in question are those of the demo township and, in `select`, of whoever's.
 *
 * - `town`: all rows of the township · `shared`: those and the rows that belong to nobody · `other`: the same, of the neighbour
 * - `way`: the own village and the names on the way up to the root · `village`: the own village · `unit`: that, and what the own
 *   unit has elsewhere · `ours`: issued orders to the own unit · `mine`: what the own unit has to answer there · `issued`: all that
 *   is no draft · `self`: the own memberships, the own views · `all`: everything there is · `-`: nothing
 */
export const ACCESS_MATRIX = `
table               | verb   | admin  | planner | supervisor | handler | handler of a village | officer | viewer | leader | admin of a village | stranger | signed out | secret key
areas               | select | town   | town    | town       | town    | way                  | way     | town   | town   | way                | other    | -          | all
areas               | insert | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
areas               | update | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
areas               | delete | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
area_boundaries     | select | town   | town    | town       | town    | way                  | way     | town   | town   | way                | other    | -          | all
area_boundaries     | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
area_boundaries     | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
area_boundaries     | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
units               | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
units               | insert | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
units               | update | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
units               | delete | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
members             | select | town   | town    | town       | self    | self                 | self    | self   | self   | village            | other    | -          | all
members             | insert | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
members             | update | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
members             | delete | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
settings            | select | town   | town    | town       | town    | way                  | way     | town   | town   | way                | other    | -          | all
settings            | insert | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
settings            | update | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
settings            | delete | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
places              | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
places              | insert | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
places              | update | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
places              | delete | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
categories          | select | shared | shared  | shared     | shared  | shared               | shared  | shared | shared | shared             | other    | -          | all
categories          | insert | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
categories          | update | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
categories          | delete | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_catalogue  | select | all    | all     | all        | all     | all                  | all     | all    | all    | all                | all      | -          | all
campaign_catalogue  | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_catalogue  | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_catalogue  | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaigns           | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
campaigns           | insert | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaigns           | update | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaigns           | delete | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_phases     | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
campaign_phases     | insert | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_phases     | update | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_phases     | delete | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_measures   | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
campaign_measures   | insert | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_measures   | update | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_measures   | delete | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_targets    | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
campaign_targets    | insert | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_targets    | update | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_targets    | delete | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_categories | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
campaign_categories | insert | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_categories | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
campaign_categories | delete | yes    | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
category_routes     | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
category_routes     | insert | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
category_routes     | update | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
category_routes     | delete | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspots            | select | town   | town    | town       | town    | unit                 | village | town   | town   | village            | other    | -          | all
hotspots            | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspots            | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspots            | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_events      | select | town   | town    | town       | town    | unit                 | village | town   | town   | village            | other    | -          | all
hotspot_events      | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_events      | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_events      | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_sources     | select | town   | town    | town       | -       | -                    | -       | -      | -      | village            | other    | -          | all
hotspot_sources     | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_sources     | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_sources     | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
photos              | select | town   | town    | town       | town    | unit                 | village | town   | town   | village            | other    | -          | all
photos              | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
photos              | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
photos              | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
revisits            | select | town   | town    | town       | town    | unit                 | village | town   | town   | village            | other    | -          | all
revisits            | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
revisits            | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
revisits            | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_reporters   | select | town   | town    | town       | -       | -                    | -       | -      | -      | village            | other    | -          | all
hotspot_reporters   | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_reporters   | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_reporters   | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_counters    | select | town   | town    | town       | town    | village              | village | town   | town   | village            | other    | -          | all
hotspot_counters    | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_counters    | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
hotspot_counters    | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
work_calendar_days  | select | shared | shared  | shared     | shared  | shared               | shared  | shared | shared | shared             | other    | -          | all
work_calendar_days  | insert | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
work_calendar_days  | update | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
work_calendar_days  | delete | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
time_limits         | select | shared | shared  | shared     | shared  | shared               | shared  | shared | shared | shared             | other    | -          | all
time_limits         | insert | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
time_limits         | update | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
time_limits         | delete | yes    | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
area_reassignments  | select | town   | town    | town       | town    | town                 | town    | town   | town   | town               | other    | -          | all
area_reassignments  | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
area_reassignments  | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
area_reassignments  | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
case_views          | select | self   | self    | self       | self    | self                 | self    | self   | self   | self               | self     | -          | all
case_views          | insert | -      | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
case_views          | update | -      | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
case_views          | delete | -      | yes     | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
notice_marks        | select | self   | self    | self       | self    | self                 | self    | self   | self   | self               | self     | -          | all
notice_marks        | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
notice_marks        | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
notice_marks        | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
orders              | select | town   | town    | town       | ours    | ours                 | -       | issued | issued | village            | other    | -          | all
orders              | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
orders              | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
orders              | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
order_addressees    | select | town   | town    | town       | mine    | mine                 | -       | issued | issued | village            | other    | -          | all
order_addressees    | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
order_addressees    | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
order_addressees    | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
order_items         | select | town   | town    | town       | ours    | ours                 | -       | issued | issued | village            | other    | -          | all
order_items         | insert | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
order_items         | update | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
order_items         | delete | -      | -       | -          | -       | -                    | -       | -      | -      | -                  | -        | -          | -
`
