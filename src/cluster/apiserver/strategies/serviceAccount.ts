import type { ServiceAccount, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

type Account = Stored<ServiceAccount>;

/** Of the Secrets of a ServiceAccount only the names are kept. Source: cleanSecretReferences. */
const onlyNames = (account: Account): Account =>
  account.secrets ? { ...account, secrets: account.secrets.map(({ name }) => (name ? { name } : {})) } : account;

export const serviceAccount: Strategy<Account> = {
  hasStatus: false,
  hasGeneration: false,
  prepareForCreate: (_world, object) => onlyNames(object),
  prepareForUpdate: (_world, object) => onlyNames(object),
};
