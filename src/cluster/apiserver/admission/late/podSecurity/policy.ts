import type { FieldError } from '../../../../../api/status.ts';

export type Level = 'privileged' | 'baseline' | 'restricted';

export interface LevelVersion {
  level: Level;
  /** `latest` or `v1.x`. */
  version: string;
}

/** What a namespace asks of its Pods: refuse, note down, warn. */
export interface Policy {
  enforce: LevelVersion;
  audit: LevelVersion;
  warn: LevelVersion;
}

const levels: readonly string[] = ['privileged', 'baseline', 'restricted'];
const prefix = 'pod-security.kubernetes.io/';

/** From lax to strict. */
export const strictness = (level: Level): number => levels.indexOf(level);

/** `restricted:latest` */
export const levelText = ({ level, version }: LevelVersion): string => `${level}:${version}`;

export const isSameLevel = (a: LevelVersion, b: LevelVersion): boolean => levelText(a) === levelText(b);

/** The policy in the labels of a namespace; where they are wrong the strictest, or for what only tells the laxest. */
export function policyOf(labels: Record<string, string> = {}): { policy: Policy; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const wrong = (key: string, detail: string) => {
    errors.push({
      type: 'Invalid value',
      field: `metadata.labels[${prefix}${key}]`,
      value: labels[prefix + key],
      detail,
    });
  };
  const read = (mode: keyof Policy): LevelVersion => {
    const level = labels[prefix + mode] ?? 'privileged';
    const version = labels[`${prefix}${mode}-version`] ?? 'latest';
    if (!levels.includes(level)) wrong(mode, `must be one of ${levels.join(', ')}`);
    const isVersion = version === 'latest' || /^v1\.(\d|[1-9]\d*)$/.test(version);
    if (!isVersion) wrong(`${mode}-version`, 'must be "latest" or "v1.x"');
    const otherwise = mode === 'enforce' ? 'restricted' : 'privileged';
    return { level: (levels.includes(level) ? level : otherwise) as Level, version: isVersion ? version : 'latest' };
  };
  const policy: Policy = { enforce: read('enforce'), audit: read('audit'), warn: read('warn') };
  const { enforce, warn } = policy;
  // Who enforces a level and says nothing of warnings wants to be warned of it as well: where controllers make the Pods.
  if (labels[`${prefix}warn`] === undefined && strictness(enforce.level) > strictness(warn.level)) {
    warn.level = enforce.level;
    if (labels[`${prefix}warn-version`] === undefined) warn.version = enforce.version;
  }
  return { policy, errors };
}
