import { parseImageReference } from '../imageReference.ts';

/**
 * Always for the tag `latest` or none, unless a digest fixes the image; what names no image has no tag. Source:
 * SetDefaults_Container, pkg/util/parsers ParseImageName.
 */
export function defaultPullPolicy(image: string): 'Always' | 'IfNotPresent' {
  const found = parseImageReference(image);
  if (!found) return 'IfNotPresent';
  const tag = found.tag ?? (found.digest ? '' : 'latest');
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}
