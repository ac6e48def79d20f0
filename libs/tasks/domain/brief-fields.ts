import type { Discipline } from '@planerka/agency/domain';
import { textTypes } from './copy-brief';
import { designWorks, fileFormats } from './design-brief';
import { adPlatforms, bidStrategies, funnelStages, launchGoals, targetingWorks } from './targeting-brief';

/** How a field is entered and shown; the web has one control per kind. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'lines'
  | 'link'
  | 'count'
  | 'bytes'
  | 'percent'
  | 'money'
  | 'day'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'files'
  | 'references'
  | 'facts'
  | 'placements'
  | 'slides'
  | 'colours'
  | 'segments'
  | 'creatives'
  | 'matrix'
  | 'thresholds'
  | 'plan'
  | 'stop_rules'
  | 'naming'
  | 'utm';

export const briefGroups = [
  'purpose',
  'audience',
  'message',
  'voice',
  'words',
  'form',
  'texts',
  'identity',
  'offer',
  'segments',
  'launch',
  'money',
  'creatives',
  'tracking',
  'marking',
  'acceptance',
] as const;
export type BriefGroup = (typeof briefGroups)[number];

/** `required` blocks the issue while empty, `advised` only says so. */
export type FieldNeed = 'required' | 'advised' | 'optional';

export interface BriefField {
  /** Dotted path in the brief's data; also the key of its label. */
  readonly path: string;
  readonly group: BriefGroup;
  readonly kind: FieldKind;
  readonly need: FieldNeed;
  readonly options: readonly string[];
}

const field = (
  group: BriefGroup,
  path: string,
  kind: FieldKind,
  need: FieldNeed = 'optional',
  options: readonly string[] = [],
): BriefField => ({ path, group, kind, need, options });

const acceptance: readonly BriefField[] = [
  field('acceptance', 'criteria', 'lines', 'required'),
  field('acceptance', 'references', 'references'),
  field('acceptance', 'constraints', 'text'),
];

const copy: readonly BriefField[] = [
  field('purpose', 'textType', 'choice', 'required', textTypes),
  field('purpose', 'goal', 'text', 'required'),
  field('audience', 'audience.who', 'text', 'required'),
  field('audience', 'audience.pains', 'text', 'advised'),
  field('audience', 'audience.knowledge', 'text'),
  field('audience', 'audience.decisionRole', 'text'),
  field('message', 'keyMessages', 'lines', 'required'),
  field('message', 'callToAction.text', 'line', 'required'),
  field('message', 'callToAction.link', 'link'),
  field('voice', 'toneOfVoice', 'text'),
  field('voice', 'structure', 'text'),
  field('voice', 'minLength', 'count'),
  field('voice', 'maxLength', 'count', 'advised'),
  field('words', 'keywords', 'lines'),
  field('words', 'hashtags', 'lines'),
  field('words', 'stopWords', 'lines'),
  field('words', 'facts', 'facts'),
  field('words', 'disclaimers', 'text'),
  ...acceptance,
];

const design: readonly BriefField[] = [
  field('purpose', 'work', 'choice', 'required', designWorks),
  field('purpose', 'goal', 'text', 'required'),
  field('form', 'placements', 'placements', 'required'),
  field('form', 'fileFormats', 'choices', 'required', fileFormats),
  field('form', 'maxFileBytes', 'bytes', 'advised'),
  field('form', 'resolution', 'count'),
  field('texts', 'slides', 'slides'),
  field('texts', 'finalText', 'text'),
  field('texts', 'isProofread', 'flag'),
  field('identity', 'colours', 'colours'),
  field('identity', 'fonts', 'lines'),
  field('identity', 'identityFileIds', 'files'),
  field('identity', 'mood', 'text'),
  field('form', 'isSourceWanted', 'flag'),
  field('form', 'sourceFormat', 'line'),
  ...acceptance,
];

const targeting: readonly BriefField[] = [
  field('purpose', 'work', 'choice', 'required', targetingWorks),
  field('purpose', 'businessGoal', 'text', 'required'),
  field('purpose', 'goal', 'text'),
  field('purpose', 'launchGoal', 'choice', 'required', launchGoals),
  field('purpose', 'funnelStage', 'choice', 'advised', funnelStages),
  field('offer', 'offer', 'text', 'required'),
  field('offer', 'landingUrl', 'link', 'required'),
  field('tracking', 'leadTracking', 'text', 'advised'),
  field('segments', 'segments', 'segments', 'required'),
  field('launch', 'platforms', 'choices', 'required', adPlatforms),
  field('launch', 'placements', 'lines'),
  field('launch', 'startsOn', 'day', 'required'),
  field('launch', 'endsOn', 'day', 'required'),
  field('money', 'totalLimit', 'money', 'required'),
  field('money', 'dailyLimit', 'money', 'advised'),
  field('money', 'bidStrategy', 'choice', 'advised', bidStrategies),
  field('money', 'bidCap', 'money'),
  field('money', 'testShare', 'percent'),
  field('creatives', 'creatives', 'creatives'),
  field('creatives', 'matrix', 'matrix'),
  field('creatives', 'namingScheme', 'naming'),
  field('money', 'thresholds', 'thresholds', 'required'),
  field('money', 'plannedResults', 'plan'),
  field('money', 'stopRules', 'stop_rules', 'advised'),
  field('tracking', 'utmTemplate', 'utm'),
  field('marking', 'marking.advertiser', 'line'),
  field('marking', 'marking.inn', 'line'),
  field('marking', 'marking.contract', 'line'),
  field('marking', 'marking.kktu', 'line'),
  field('marking', 'marking.erid', 'line'),
  ...acceptance,
];

/** The fields of a discipline's brief in the order of its form. Forms, readiness and the diff read it. */
export const briefFields: Readonly<Record<Discipline, readonly BriefField[]>> = { copy, design, targeting };

export function valueAt(data: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), data);
}

/** A copy with that field set; what lies beside its way stays the same object. */
export function withValueAt<Data extends object>(data: Data, path: string, value: unknown): Data {
  return setIn(data, path.split('.'), value) as Data;
}

function setIn(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const record = isRecord(target) ? target : {};
  return { ...record, [key]: setIn(record[key], rest, value) };
}

/** Nothing has been entered: '', null, [] and nothing at all. `false` and 0 are answers. */
export const isEmptyValue = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
