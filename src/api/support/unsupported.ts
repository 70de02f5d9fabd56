/** A field that the API server takes, and that then has no effect here; one sentence says what that means. */
export interface Unsupported {
  /** `Container.stdin`, `ResourceRequirements.limits.cpu`: a type, its field, and for a map the key. */
  fields: readonly string[];
  en: string;
  ko: string;
}
