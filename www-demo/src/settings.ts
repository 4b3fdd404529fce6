// What the whole page goes by: the day it judges on, the policy, and how it looks. Kept in memory alone.
import type { Messages, Options } from 'kyc-rules';

type Policy = 'countryAware' | 'guide';

/** The local calendar date, as the package takes it by default. */
export function localToday(): string {
  const now = new Date();
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export const settings = { today: localToday(), policy: 'countryAware' as Policy };

/** What every call of the rules is given. */
export function options(messages?: Messages): Options {
  const { today, policy } = settings;
  return messages === undefined ? { today, policy } : { today, policy, messages };
}

export type Scheme = '' | 'light' | 'dark';

export const looks = {
  scheme: '' as Scheme,
  dir: 'ltr' as 'ltr' | 'rtl',
};

export function applyLooks(): void {
  const root = document.documentElement;
  root.dataset.theme = looks.scheme;
  root.dir = looks.dir;
}
