/** An account of the demo township, for the sign-in page and the console. */
export interface DemoAccount {
  email: string
  password: string
  role: string
  /** What the account shows, for people. */
  zh: string
  en: string
}

const account = (name: string, role: string, zh: string, en: string): DemoAccount => ({
  email: `${name}@demo.example`,
  password: 'demo-township',
  role,
  zh,
  en,
})

/** The accounts of the demo township (`supabase/demo/life/people.ts`) that stand for the roles. Invented and known to everybody. */
export const demoAccounts: DemoAccount[] = [
  account('admin', 'admin', '管理员', 'administrator'),
  account('planner', 'planner', '规划员', 'planner'),
  account('supervisor', 'supervisor', '督查员', 'supervisor'),
  account('supervisor2', 'supervisor', '督查员(第二位)', 'second supervisor'),
  account('handler', 'handler', '承办人', 'handler'),
  account('officer', 'officer', '网格员', 'grid officer'),
  account('viewer', 'viewer', '只读用户', 'viewer'),
  account('leader', 'viewer', '分管领导(只读)', 'leader (viewer)'),
  account('stranger', 'admin', '邻镇管理员', 'administrator of another township'),
]
