import type { Role } from '../domain/role.ts'
import { defineMessages, type Messages } from './define-messages.ts'

type RoleWords = { name: Record<Role, string>; does: Record<Role, string>; of: string; leader: string }

/** `role.name.<role>` is the title, `role.does.<role>` what the role is for. */
export const role: Messages<RoleWords> = defineMessages({
  'zh-CN': {
    name: {
      admin: '管理员',
      planner: '规划员',
      supervisor: '督查员',
      handler: '承办人',
      officer: '网格员',
      viewer: '只读用户',
    },
    does: {
      admin: '管理区域、单位与导入，不办件',
      planner: '策划专项行动、派遣、导入',
      supervisor: '立案、派遣、核查、返工',
      handler: '接单、处置、提交核查',
      officer: '在村里发现并上报问题',
      viewer: '查看地图与进度',
    },
    of: '{place}{role}',
    leader: '分管领导',
  },
  en: {
    name: {
      admin: 'Administrator',
      planner: 'Planner',
      supervisor: 'Supervisor',
      handler: 'Handler',
      officer: 'Grid officer',
      viewer: 'Viewer',
    },
    does: {
      admin: 'runs areas, units and imports; takes no case steps',
      planner: 'plans campaigns, assigns, imports',
      supervisor: 'accepts, assigns, verifies, sends back',
      handler: 'takes the work, does it, hands it in',
      officer: 'finds and reports problems in a village',
      viewer: 'looks at the map and the progress',
    },
    of: '{role}, {place}',
    leader: 'Leader',
  },
})
