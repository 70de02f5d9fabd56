import type { Component } from '../component.ts';

/** kube-scheduler. */
export const scheduler: Component = { name: 'scheduler', handle() {} };
