import { demoLimits } from '../life/limits.ts'
import type { DemoRoute } from '../life/routes.ts'
import { valueOf, type Keys } from './keys.ts'
import type { Run } from './run.ts'

/** Limits of the town's own; urgent cases keep the shipped one. */
export async function loadLimits(run: Run, root: number): Promise<void> {
  await run(
    `insert into public.time_limits (root_id, category_id, urgent, amount, unit)
     select $1::bigint, k.id, false, l.limit_amount, l.limit_unit
     from jsonb_to_recordset($2::jsonb) as l ("codeSystem" text, code text, limit_amount numeric, limit_unit text)
     join public.categories k on k.root_id is null and k.kind = 'event' and k.code_system = l."codeSystem" and k.code = l.code`,
    [
      root,
      JSON.stringify(
        demoLimits().map(({ codeSystem, code, limit }) => ({
          codeSystem,
          code,
          limit_amount: limit.amount,
          limit_unit: limit.unit,
        })),
      ),
    ],
  )
}

/** After the cases: the database then proposes a unit for each one that waits, as it does whenever routes change. */
export async function loadRoutes(run: Run, routes: readonly DemoRoute[], keys: Keys): Promise<void> {
  const rows = routes.map(({ codeSystem, code, areaKey, unitKey }) => ({
    category: valueOf(keys.categories, `${codeSystem} ${code}`, 'category').id,
    area: areaKey === null ? null : valueOf(keys.areas, areaKey, 'area'),
    unit: valueOf(keys.units, unitKey, 'unit').id,
  }))
  await run(
    `insert into public.category_routes (root_id, category_id, area_id, unit_id)
     select $1::bigint, category, area, unit from jsonb_to_recordset($2::jsonb) as r (category bigint, area bigint, unit bigint)`,
    [keys.root, JSON.stringify(rows)],
  )
}
