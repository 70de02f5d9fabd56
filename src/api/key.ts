/** `namespace/name`, or the name alone where there is no namespace. */
export function keyOf(metadata: { namespace?: string; name?: string }): string {
  return metadata.namespace ? `${metadata.namespace}/${metadata.name}` : String(metadata.name);
}
