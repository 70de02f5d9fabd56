/// <reference lib="webworker" />
import { serveSimulator } from './server.ts';

declare const self: DedicatedWorkerGlobalScope;

serveSimulator(self);
