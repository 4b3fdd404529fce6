// What the whole page goes by: the day it judges on, the policy, and how it looks. Kept in memory alone.
import type { Messages, Options, PolicyOptions } from 'kyc-rules';

/** The local calendar date, as the package takes it by default. */
function localToday(): string {
  const now = new Date();
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export const settings = { today: localToday(), policy: {} as PolicyOptions };

/** Sets a switch of the policy, or leaves it to the default; every holder of the policy before keeps the one it had. */
export function setPolicy<K extends keyof PolicyOptions>(key: K, value: PolicyOptions[K] | undefined): void {
  const { [key]: _, ...rest } = settings.policy;
  settings.policy = value === undefined ? rest : { ...rest, [key]: value };
}

/** Whether all of the guide's address is asked for, whatever the country uses. */
export const asksAll = (): boolean => settings.policy.address === 'guide';

/** What every call of the rules is given. */
export function options(messages?: Messages): Options {
  const { today, policy } = settings;
  return messages === undefined ? { today, policy } : { today, policy, messages };
}

export type Scheme = '' | 'light' | 'dark';

/** The colours: the system's, or one of the two. */
export const looks = { scheme: '' as Scheme };

export function applyLooks(): void {
  document.documentElement.dataset.theme = looks.scheme;
}
