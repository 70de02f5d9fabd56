import type { Component } from '../component.ts';

/** Services, ingress and the clients outside. */
export const network: Component = { name: 'network', handle() {} };
