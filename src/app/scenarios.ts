import type { TextKey } from '../i18n/i18n.ts';

/**
 * The beginnings that one can choose from, by the names of src/cluster/scenario/registry.ts. Listed anew so that the
 * page need not load what builds them; a test holds the two together.
 */
export const scenarioTitles: Readonly<Record<string, TextKey>> = {
  shop: 'scenario.shop',
  empty: 'scenario.empty',
  crowd: 'scenario.crowd',
};

export const firstScenario = 'shop';

/** The address of the page with another scenario; what else the address says of the cluster is left behind. */
export function addressOf(scenario: string, address: string): string {
  const url = new URL(address);
  url.searchParams.set('scenario', scenario);
  url.searchParams.delete('reset');
  url.hash = '';
  return url.href;
}
